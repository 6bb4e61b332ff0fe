using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Binex.Engine.Secrets;

/// <summary>The ways in which a secret may stand in a text that others wrote: as it is, trimmed, in JSON, in a URL.</summary>
internal static class SecretForms
{
    /// <summary>All forms of a secret, some of them equal.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        foreach (var value in new[] { secret, secret.Trim() })
        {
            var json = JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
            yield return value;
            yield return json;
            yield return json.Replace("/", "\\/", StringComparison.Ordinal);
            yield return InAscii(json);
            yield return JsonEncodedText.Encode(value, JavaScriptEncoder.Default).Value;
            yield return Uri.EscapeDataString(value);
        }
    }

    // As Python and others write JSON by default.
    private static string InAscii(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var unit in json)
        {
            _ = char.IsAscii(unit) ? text.Append(unit) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return text.ToString();
    }
}
