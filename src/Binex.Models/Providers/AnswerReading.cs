using System.Text.Json;
using Binex.Core.Models;
using Binex.Models.Providers.Protocols;

namespace Binex.Models.Providers;

/// <summary>Tells what an exchange brought: an answer, or why there is none.</summary>
internal static class AnswerReading
{
    /// <summary>Reads it.</summary>
    /// <param name="exchange">The exchange; there was an answer.</param>
    /// <param name="fold">Takes the answer's parts.</param>
    /// <param name="failures">Says what went wrong.</param>
    /// <param name="now">The time.</param>
    internal static ChatResult Read(ProviderExchange exchange, AnswerFold fold, CallFailures failures, DateTimeOffset now)
    {
        var status = exchange.Status!.Value;
        if (status is < 200 or >= 300)
        {
            return ChatResult.Failed(failures.OfAnswer(status, ErrorBody.Parse(exchange.Body), exchange, ErrorKinds.ChargeOf(status)));
        }

        // What comes after the end of an answer in a stream cannot take it back.
        var isStream = AnswerParts.IsStream(exchange.MediaType);
        try
        {
            foreach (var part in AnswerParts.Of(exchange.Body, exchange.MediaType))
            {
                if (ErrorIn(part) is { } error)
                {
                    if (isStream && fold.HasEnded)
                    {
                        break;
                    }

                    return ChatResult.Failed(failures.OfAnswer(error.Status ?? 502, error, exchange, ChargeKnowledge.Unknown));
                }

                fold.Add(part);
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The name of a member that is no text is found only when members are looked for.
            if (!isStream || !fold.HasEnded)
            {
                return ChatResult.Failed(failures.OfUnreadable("what is no JSON", exchange));
            }
        }

        return fold.HasBegun && (fold.HasEnded || !isStream) ? ChatResult.Answered(fold.Answer() with { QuietFor = RetryWaits.AfterAnswer(exchange, now) })
            : isStream && (fold.HasBegun || exchange.IsBroken) ? ChatResult.Failed(failures.OfCut(fold.Text, exchange))
            : ChatResult.Failed(failures.OfUnreadable("no answer in it", exchange));
    }

    // OpenRouter reports what went wrong behind it in a body of its own, with a status of success; so does every stream that has begun.
    private static ErrorBody? ErrorIn(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var owner = part.TryGetProperty("response", out var response) && response.ValueKind == JsonValueKind.Object ? response : part;
        return owner.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String
            || (owner.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("error"))
            ? ErrorBody.Of(owner)
            : null;
    }
}
