using System.Text.Json;

namespace Binex.Models.Providers;

/// <summary>What the body of an error says, in whichever of the common forms.</summary>
/// <param name="Codes">Its codes and types, in lower case, most special first.</param>
/// <param name="Message">Its sentence; null when it has none.</param>
/// <param name="Status">A status it gives in its body; null when it gives none.</param>
internal sealed record ErrorBody(IReadOnlyList<string> Codes, string? Message, int? Status)
{
    private static readonly ErrorBody Nothing = new([], null, null);

    /// <summary>How long to wait, as Gemini says it among the details; null when it does not.</summary>
    internal TimeSpan? RetryDelay { get; init; }

    /// <summary>Reads a body; whatever is not in it is left out.</summary>
    /// <param name="body">The body.</param>
    internal static ErrorBody Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Of(JsonElement.Parse(body.Span));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // A page of a proxy, for example: its words go to the detail, and its status says the rest.
            return Nothing;
        }
    }

    /// <summary>Reads an error from a parsed body.</summary>
    /// <param name="root">The body, or a list with it, as Gemini writes.</param>
    internal static ErrorBody Of(JsonElement root)
    {
        var whole = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
        if (whole.ValueKind != JsonValueKind.Object)
        {
            return Nothing;
        }

        // OpenAI: {"error":{message,type,code}}; Mistral: {message,type,code}; FastAPI: {"detail":…}; Ollama: {"error":"…"}; xAI: {"code":"…","error":"…"}.
        var error = whole.TryGetProperty("error", out var inner) && inner.ValueKind != JsonValueKind.Null ? inner : whole;
        if (error.ValueKind == JsonValueKind.String)
        {
            return new ErrorBody(CodesOf(whole), JsonText.Of(error), null);
        }

        if (error.ValueKind != JsonValueKind.Object)
        {
            return Nothing;
        }

        var status = error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : (int?)null;
        return new ErrorBody(CodesOf(error), Text(error, "message") ?? Text(error, "detail"), status) { RetryDelay = DelayOf(error) };
    }

    private static List<string> CodesOf(JsonElement error)
    {
        var codes = new List<string>();
        foreach (var name in (ReadOnlySpan<string>)["code", "type", "status", "reason"])
        {
            if (Text(error, name) is { } code)
            {
                codes.Add(code.ToLowerInvariant());
            }
        }

        // Google and Azure say it more exactly further inside.
        foreach (var detail in Items(error, "details"))
        {
            if (Text(detail, "reason") is { } reason)
            {
                codes.Insert(0, reason.ToLowerInvariant());
            }
        }

        if (error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object && Text(inner, "code") is { } special)
        {
            codes.Insert(0, special.ToLowerInvariant());
        }

        return codes;
    }

    private static TimeSpan? DelayOf(JsonElement error) =>
        Items(error, "details").Select(detail => GoDuration.Parse(Text(detail, "retryDelay"))).FirstOrDefault(delay => delay is not null);

    private static IEnumerable<JsonElement> Items(JsonElement error, string name) =>
        error.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? JsonText.Of(text) : null;
}
