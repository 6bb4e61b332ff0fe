using System.Text.Json;

namespace Binex.Models.Providers.Protocols;

/// <summary>Makes an answer of a chat completion, or of its chunks.</summary>
internal sealed class OpenAiChatFold : AnswerFold
{
    /// <inheritdoc/>
    internal override void Add(JsonElement part)
    {
        Model ??= String(part, "model");
        Usage = UsageReader.OfChat(part) ?? Usage;
        Cost = UsageReader.Cost(part) ?? Cost;
        if (Items(part, "choices").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } choice)
        {
            return;
        }

        if ((Object(choice, "message") ?? Object(choice, "delta")) is { } message)
        {
            Begin();
            Say(String(message, "content"));
            foreach (var piece in Items(message, "content"))
            {
                Say(String(piece, "text"));
            }

            Refuse(String(message, "refusal"));
        }

        End(String(choice, "finish_reason"));
    }
}
