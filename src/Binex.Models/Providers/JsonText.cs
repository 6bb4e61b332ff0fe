using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Binex.Models.Providers;

/// <summary>
/// Reads texts out of JSON that others wrote. The library throws on half a character (<c>"\ud83d"</c>), which models do say, and which
/// is whole again where a stream goes on with the other half.
/// </summary>
internal static class JsonText
{
    private const int DigitsOfAUnit = 4;

    /// <summary>A text, with half characters as they stand.</summary>
    /// <param name="value">A JSON string.</param>
    internal static string Of(JsonElement value)
    {
        var written = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)[1..^1]);
        return written.Contains('\\', StringComparison.Ordinal) ? Unescape(written) : written;
    }

    /// <summary>A text without half characters.</summary>
    /// <param name="text">The text.</param>
    internal static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    // What is wrong with an escape was found when the JSON was read.
    private static string Unescape(string written)
    {
        var text = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            if (written[at] != '\\')
            {
                text.Append(written[at]);
                continue;
            }

            var escape = written[++at];
            if (escape == 'u')
            {
                text.Append((char)ushort.Parse(written.AsSpan(at + 1, DigitsOfAUnit), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += DigitsOfAUnit;
                continue;
            }

            text.Append(escape switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escape });
        }

        return text.ToString();
    }
}
