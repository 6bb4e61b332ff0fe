using System.Text.Json;

namespace Binex.Models.Providers.Protocols;

/// <summary>Makes an answer of the lines of Ollama's chat.</summary>
internal sealed class OllamaFold : AnswerFold
{
    /// <inheritdoc/>
    internal override void Add(JsonElement part)
    {
        Model ??= String(part, "model");
        if (Object(part, "message") is { } message)
        {
            Begin();
            Say(String(message, "content"));
            if (Items(message, "tool_calls").Any())
            {
                AskForTool();
            }
        }

        if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("done", out var done) && done.ValueKind == JsonValueKind.True)
        {
            Usage = UsageReader.OfOllama(part);
            End(String(part, "done_reason"));
            EndedWithoutReason = true;
        }
    }
}
