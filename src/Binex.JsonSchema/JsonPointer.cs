using System.Globalization;
using System.Text.Json;
using Binex.JsonSchema.Values;

namespace Binex.JsonSchema;

/// <summary>JSON Pointers as RFC 6901 defines them: empty for the whole document, else <c>/token/token</c> with <c>~0</c> for ~ and
/// <c>~1</c> for /.</summary>
public static class JsonPointer
{
    /// <summary>Writes a name as a reference token.</summary>
    public static string Escape(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.AsSpan().ContainsAny('~', '/')
            ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : name;
    }

    /// <summary>Reads a reference token as the name it stands for.</summary>
    public static string Unescape(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Contains('~', StringComparison.Ordinal)
            ? token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            : token;
    }

    /// <summary>The pointer to a member of the value that a pointer points at.</summary>
    public static string Append(string pointer, string name)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        return $"{pointer}/{Escape(name)}";
    }

    /// <summary>The names and indices along a pointer, unescaped.</summary>
    /// <param name="pointer">A pointer: empty, or beginning with a slash.</param>
    /// <param name="tokens">The names; empty for the whole document.</param>
    /// <returns>False where the text is no JSON Pointer.</returns>
    public static bool TrySplit(string pointer, out IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        tokens = [];
        if (pointer.Length == 0)
        {
            return true;
        }

        if (!Formats.JsonPointerFormat.IsValid(pointer))
        {
            return false;
        }

        tokens = [.. pointer[1..].Split('/').Select(Unescape)];
        return true;
    }

    /// <summary>Goes to the value a pointer points at.</summary>
    /// <param name="root">The document.</param>
    /// <param name="pointer">A JSON Pointer.</param>
    /// <param name="value">The value there.</param>
    /// <returns>False where the text is no JSON Pointer or nothing is there.</returns>
    public static bool TryFollow(JsonElement root, string pointer, out JsonElement value)
    {
        value = root;
        if (!TrySplit(pointer, out var tokens))
        {
            return false;
        }

        foreach (var token in tokens)
        {
            if (!TryStep(value, token, out value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryStep(JsonElement parent, string token, out JsonElement child)
    {
        child = default;
        switch (parent.ValueKind)
        {
            case JsonValueKind.Object:
                return JsonMembers.TryGet(parent, token, out child);
            case JsonValueKind.Array when TryReadIndex(token, out var index) && index < parent.GetArrayLength():
                child = parent[index];
                return true;
            default:
                return false;
        }
    }

    // RFC 6901 section 4: digits without a leading zero.
    internal static bool TryReadIndex(string token, out int index) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (token.Length == 1 || token[0] != '0');
}
