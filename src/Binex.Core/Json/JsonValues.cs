using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Binex.Core.Json;

/// <summary>Makes and reads the JSON values that travel between nodes.</summary>
public static class JsonValues
{
    /// <summary>The JSON null.</summary>
    public static JsonElement Null { get; } = JsonElement.Parse("null"u8);

    /// <summary>The JSON true.</summary>
    public static JsonElement True { get; } = JsonElement.Parse("true"u8);

    /// <summary>The JSON false.</summary>
    public static JsonElement False { get; } = JsonElement.Parse("false"u8);

    /// <summary>A JSON boolean.</summary>
    /// <param name="value">Its value.</param>
    public static JsonElement From(bool value) => value ? True : False;

    /// <summary>A JSON string.</summary>
    /// <param name="value">Its characters.</param>
    public static JsonElement From(string value) => JsonElement.Parse(new StringBuilder(value.Length + 2).AppendLiteral(value).ToString());

    /// <summary>A JSON number.</summary>
    /// <param name="value">Its value.</param>
    public static JsonElement From(decimal value) => Write(writer => writer.WriteNumberValue(value));

    /// <summary>A JSON object of named values, in the order given.</summary>
    /// <param name="members">Names and values.</param>
    public static JsonElement Object(IEnumerable<KeyValuePair<string, JsonElement>> members) => Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    });

    /// <summary>A JSON array of values, in the order given.</summary>
    /// <param name="items">The values.</param>
    public static JsonElement Array(IEnumerable<JsonElement> items) => Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    });

    /// <summary>Whether a value is null or was never set.</summary>
    /// <param name="value">The value.</param>
    public static bool IsNull(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>A value as text in a prompt: a string is itself, null is empty, everything else is its JSON.</summary>
    /// <param name="value">The value.</param>
    public static string ToText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    /// <summary>
    /// Reads JSON that came from outside. Halves of surrogate pairs, written out or as <c>\u</c> escapes, become U+FFFD:
    /// the framework lets the escapes in and then throws wherever such a string is read, compared or written.
    /// </summary>
    /// <param name="text">The text; nested 64 deep at most.</param>
    /// <param name="value">The value; null when there is none.</param>
    /// <param name="problem">Why it is not JSON, as part of a sentence; null when it is.</param>
    /// <param name="allowTrailingCommas">Whether a comma may stand after the last item.</param>
    public static bool TryParse(string text, out JsonElement value, [NotNullWhen(false)] out string? problem, bool allowTrailingCommas = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        SurrogateEscapes.Mend(bytes);
        try
        {
            value = JsonElement.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = allowTrailingCommas });
            problem = null;
            return true;
        }
        catch (JsonException e)
        {
            value = Null;
            problem = e.LineNumber is { } line && e.BytePositionInLine is { } position
                ? $"it breaks at line {line + 1}, byte {position + 1}"
                : "it cannot be read";
            return false;
        }
    }

    /// <summary>Whether two values are the same JSON: numbers by value, members in any order.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        try
        {
            return JsonElement.DeepEquals(left, right);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The framework refuses to compare numbers whose exponent exceeds an int; nobody means such a number.
            return AreEqualByPart(left, right);
        }
    }

    private static bool AreEqualByPart(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength()
                && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
            JsonValueKind.Object => left.GetPropertyCount() == right.GetPropertyCount()
                && left.EnumerateObject().All(member => right.TryGetProperty(member.Name, out var other) && AreEqual(member.Value, other)),
            _ => left.GetRawText() == right.GetRawText(),
        };
    }

    /// <summary>Builds a value with a writer.</summary>
    /// <param name="write">Writes exactly one value.</param>
    public static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        using var scratch = JsonScratch.Rent();
        write(scratch.Writer);
        return JsonElement.Parse(scratch.Written, JsonText.DocumentOptions);
    }
}
