using System.Text.Json;

namespace Binex.Ci.Json;

/// <summary>Reads members of JSON that others wrote: what is not there, or is something else, is null.</summary>
internal static class JsonMember
{
    /// <summary>What stands at a path of members; null when nothing does.</summary>
    public static JsonElement? At(JsonElement? json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json is not { ValueKind: JsonValueKind.Object } known || !known.TryGetProperty(name, out var member))
            {
                return null;
            }

            json = member;
        }

        return json is { ValueKind: JsonValueKind.Null } ? null : json;
    }

    /// <summary>A text, or a number as it is written; null for anything else, and for half a character.</summary>
    public static string? Text(JsonElement? json, params ReadOnlySpan<string> path)
    {
        var found = At(json, path);
        try
        {
            return found?.ValueKind switch
            {
                JsonValueKind.String => found.Value.GetString(),
                JsonValueKind.Number => found.Value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character: there is no such text.
            return null;
        }
    }

    /// <summary>A whole number; null for anything else.</summary>
    public static long? Number(JsonElement? json, params ReadOnlySpan<string> path) =>
        At(json, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>The elements of a list; none for anything else.</summary>
    public static IEnumerable<JsonElement> List(JsonElement? json, params ReadOnlySpan<string> path) =>
        At(json, path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
