using System.Globalization;
using System.Text;

namespace Binex.Core.Json;

/// <summary>
/// Writes strings as JSON text. The framework's writer could do it as well, but the first string it escapes takes eight milliseconds
/// of a start of the tool: its encoder is vectorised code that is compiled on the spot.
/// </summary>
public static class JsonLiteral
{
    /// <summary>Adds a string in quotes; quotes, backslashes and control characters in it are escaped.</summary>
    /// <param name="json">What is written so far.</param>
    /// <param name="value">The string.</param>
    /// <returns><paramref name="json"/>.</returns>
    public static StringBuilder AppendLiteral(this StringBuilder json, string value)
    {
        json.Append('"');
        var written = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is >= ' ' and not ('"' or '\\'))
            {
                continue;
            }

            json.Append(value, written, i - written).Append('\\');
            written = i + 1;
            _ = value[i] switch
            {
                '"' or '\\' => json.Append(value[i]),
                '\n' => json.Append('n'),
                var control => json.Append('u').Append(((int)control).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return json.Append(value, written, value.Length - written).Append('"');
    }
}
