using System.Text.Json;
using Binex.Core.Costs;

namespace Binex.Models.Providers.Protocols;

/// <summary>Makes an answer of a message, or of its events.</summary>
internal sealed class AnthropicFold : AnswerFold
{
    private TokenUsage? _counted;

    /// <inheritdoc/>
    internal override void Add(JsonElement part)
    {
        switch (String(part, "type"))
        {
            case "message":
                Take(part);
                break;
            case "message_start" when Object(part, "message") is { } message:
                // The count at the beginning is that of the request alone: it is no count of an answer.
                Model ??= String(message, "model");
                _counted = UsageReader.OfMessage(message, null);
                break;
            case "content_block_delta" when Object(part, "delta") is { } delta && String(delta, "type") == "text_delta":
                Begin();
                Say(String(delta, "text"));
                break;
            case "message_delta":
                Begin();
                Usage = UsageReader.OfMessage(part, _counted);
                End(String(Object(part, "delta") ?? default, "stop_reason"));
                break;
            case "message_stop":
                EndedWithoutReason = true;
                break;
            default:
                break;
        }
    }

    private void Take(JsonElement message)
    {
        Model ??= String(message, "model");
        Usage = UsageReader.OfMessage(message, null);
        foreach (var block in Items(message, "content"))
        {
            Begin();
            Say(String(block, "type") == "text" ? String(block, "text") : null);
        }

        End(String(message, "stop_reason"));
        BeginIfCounted();
    }
}
