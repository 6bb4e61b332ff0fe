using System.Text.Json;

namespace Binex.Models.Providers.Protocols;

/// <summary>Makes an answer of a response, or of its events.</summary>
internal sealed class OpenAiResponsesFold : AnswerFold
{
    /// <inheritdoc/>
    internal override void Add(JsonElement part)
    {
        switch (String(part, "type"))
        {
            case "response.output_text.delta":
                Begin();
                Say(String(part, "delta"));
                break;
            case "response.refusal.delta":
                Begin();
                Refuse(String(part, "delta"));
                break;
            case "response.completed" or "response.incomplete" or "response.failed":
                Take(Object(part, "response") ?? default, withText: false);
                break;
            case null when String(part, "object") == "response" || part.ValueKind == JsonValueKind.Object && part.TryGetProperty("output", out _):
                Take(part, withText: true);
                break;
            default:
                break;
        }
    }

    private void Take(JsonElement response, bool withText)
    {
        Model ??= String(response, "model");
        Usage = UsageReader.OfResponse(response) ?? Usage;
        Cost = UsageReader.Cost(response) ?? Cost;
        foreach (var item in Items(response, "output"))
        {
            Begin();
            if (String(item, "type") == "function_call")
            {
                AskForTool();
            }

            foreach (var piece in withText ? Items(item, "content") : [])
            {
                Say(String(piece, "type") == "output_text" ? String(piece, "text") : null);
                Refuse(String(piece, "refusal"));
            }
        }

        var incomplete = Object(response, "incomplete_details");
        var status = String(response, "status");
        End(incomplete is { } details && String(details, "reason") is { } reason ? reason : status);
        EndedWithoutReason = true;
        if (status is "completed" or "incomplete")
        {
            BeginIfCounted();
        }
    }
}
