using System.Text.Json;

namespace Binex.Reports.Text;

/// <summary>What a provider says of its failure, for a terminal: its sentence, without the JSON around it.</summary>
internal static class ProviderDetail
{
    /// <summary>The sentence in a body; the whole body where none is found.</summary>
    /// <param name="body">The body, or the beginning of one.</param>
    public static string Of(string body)
    {
        if (!body.StartsWith('{'))
        {
            return body;
        }

        try
        {
            var whole = JsonElement.Parse(body);
            return whole.TryGetProperty("error", out var error) && Sentence(error) is { } inner ? inner : Sentence(whole) ?? body;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Cut off, or with half a character in it.
            return body;
        }
    }

    private static string? Sentence(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String => message.GetString(),
        _ => null,
    } is { Length: > 0 } text ? text : null;
}
