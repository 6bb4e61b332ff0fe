using System.Globalization;
using System.Text;

namespace Binex.Core.Json;

/// <summary>
/// Writes strings as JSON text. The framework's writer could do it as well, but the first string it escapes takes eight milliseconds
/// of a start of the tool: its encoder is vectorised code that is compiled on the spot.
/// </summary>
public static class JsonLiteral
{
    /// <summary>
    /// Adds a string in quotes; quotes, backslashes and control characters in it are escaped, and half of a character becomes the
    /// replacement character.
    /// </summary>
    /// <param name="json">What is written so far.</param>
    /// <param name="value">The string.</param>
    /// <returns><paramref name="json"/>.</returns>
    public static StringBuilder AppendLiteral(this StringBuilder json, string value)
    {
        json.Append('"');
        var written = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (IsWhole(value, i))
            {
                i++;
            }
            else if (value[i] is < ' ' or '"' or '\\' || char.IsSurrogate(value[i]))
            {
                json.Append(value, written, i - written).AppendEscaped(value[i]);
                written = i + 1;
            }
        }

        return json.Append(value, written, value.Length - written).Append('"');
    }

    private static bool IsWhole(string value, int at) =>
        char.IsHighSurrogate(value[at]) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]);

    private static void AppendEscaped(this StringBuilder json, char character) => _ = character switch
    {
        '"' or '\\' => json.Append('\\').Append(character),
        '\n' => json.Append("\\n"),
        '\t' => json.Append("\\t"),
        '\r' => json.Append("\\r"),
        < ' ' => json.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
        _ => json.Append('\uFFFD'),
    };
}
