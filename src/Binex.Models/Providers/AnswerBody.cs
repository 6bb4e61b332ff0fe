using System.Text;
using System.Text.Json;
using Binex.Core.Models;

namespace Binex.Models.Providers;

/// <summary>Reads the body of an answer.</summary>
internal static class AnswerBody
{
    private const int LongestReason = 64;

    /// <summary>The answer; null when the body holds none.</summary>
    /// <param name="root">The body.</param>
    /// <param name="text">The text as the SDK reads it; null when it could not read the answer.</param>
    internal static ChatAnswer? Read(JsonElement root, string? text)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0
            || choices[0].ValueKind != JsonValueKind.Object
            || !choices[0].TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var refusal = String(message, "refusal");
        var said = string.IsNullOrEmpty(text) ? Content(message) : text;
        var isRefused = said.Length == 0 && !string.IsNullOrEmpty(refusal);
        return new ChatAnswer(isRefused ? refusal! : said, UsageReader.Tokens(root))
        {
            Model = String(root, "model"),
            FinishReason = isRefused ? "content_filter" : Reason(choices[0]),
            StatedCost = UsageReader.Cost(root),
        };
    }

    private static string? Reason(JsonElement choice) =>
        String(choice, "finish_reason") is { Length: > 0 } reason ? reason[..Math.Min(reason.Length, LongestReason)].ToLowerInvariant() : null;

    // The SDK gives up on an answer with a finish reason it does not know, such as Together's "eos"; what was paid for is kept.
    private static string Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
        {
            return "";
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            return content.ValueKind == JsonValueKind.String ? content.GetString()! : "";
        }

        var text = new StringBuilder();
        foreach (var part in content.EnumerateArray())
        {
            text.Append(part.ValueKind == JsonValueKind.Object ? String(part, "text") : null);
        }

        return text.ToString();
    }

    private static string? String(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
