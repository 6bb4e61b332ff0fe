namespace Binex.JsonSchema.Formats;

/// <summary><c>hostname</c>: RFC 1123 section 2.1; labels that begin with xn-- must be what IDNA 2008 makes of a Unicode label.</summary>
internal static class HostnameFormat
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestName)
        {
            return false;
        }

        foreach (var range in text.Split('.'))
        {
            if (!IsLabel(text[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        foreach (var symbol in label)
        {
            if (!char.IsAsciiLetterOrDigit(symbol) && symbol != '-')
            {
                return false;
            }
        }

        // RFC 5891 section 4.2.3.1: a double hyphen there is reserved for encodings such as this one.
        return label is not [_, _, '-', '-', ..] || IsEncodedLabel(label);
    }

    private static bool IsEncodedLabel(ReadOnlySpan<char> label) =>
        label[..4].Equals("xn--", StringComparison.OrdinalIgnoreCase)
        && Punycode.TryDecode(label[4..], out var decoded)
        && UnicodeLabel.IsValid(decoded);
}
