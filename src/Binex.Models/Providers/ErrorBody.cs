using System.Text.Json;

namespace Binex.Models.Providers;

/// <summary>What the body of an error says, in whichever of the common forms.</summary>
/// <param name="Codes">Its codes and types, in lower case, most special first.</param>
/// <param name="Message">Its sentence; null when it has none.</param>
/// <param name="Status">A status it gives in its body; null when it gives none.</param>
internal sealed record ErrorBody(IReadOnlyList<string> Codes, string? Message, int? Status)
{
    private static readonly ErrorBody Nothing = new([], null, null);

    /// <summary>Reads a body; whatever is not in it is left out.</summary>
    /// <param name="body">The body.</param>
    internal static ErrorBody Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Of(document.RootElement);
        }
        catch (JsonException)
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

        // OpenAI: {"error":{message,type,code}}; Mistral: {message,type,code}; FastAPI: {"detail":…}; Ollama: {"error":"…"}.
        var error = whole.TryGetProperty("error", out var inner) ? inner : whole;
        if (error.ValueKind == JsonValueKind.String)
        {
            return new ErrorBody([], error.GetString(), null);
        }

        if (error.ValueKind != JsonValueKind.Object)
        {
            return Nothing;
        }

        var codes = new List<string>();
        foreach (var name in (ReadOnlySpan<string>)["code", "type", "status", "reason"])
        {
            if (error.TryGetProperty(name, out var code) && code.ValueKind == JsonValueKind.String)
            {
                codes.Add(code.GetString()!.ToLowerInvariant());
            }
        }

        var status = error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : (int?)null;
        return new ErrorBody(codes, Text(error, "message") ?? Text(error, "detail"), status);
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
