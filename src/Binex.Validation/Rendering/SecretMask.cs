using Binex.Validation.Secrets;

namespace Binex.Validation.Rendering;

/// <summary>Hides secrets in what is shown, since logs of CI are read by many. What is hidden keeps its length, so that carets still fit.</summary>
internal static class SecretMask
{
    private const int ShortestValue = 8;
    private const int ShortestRandom = 20;
    private const int ShortestKeyLine = 40;

    /// <summary>A sentence with what looks like a secret replaced by stars.</summary>
    public static string InSentence(string sentence) => new(Mask(sentence));

    /// <summary>A source line with what looks like a secret, and the values of keys such as <c>api_key</c>, replaced by stars; references stay.</summary>
    public static string InLine(string line)
    {
        var masked = Mask(line);
        HideNamed(line, masked);
        HideKeyLine(line, masked);
        return new string(masked);
    }

    private static char[] Mask(string text)
    {
        var masked = text.ToCharArray();
        foreach (var secret in SecretScanner.Find(text))
        {
            masked.AsSpan(secret.Start, secret.Length).Fill('*');
        }

        HideRandom(text, masked);
        return masked;
    }

    private static void HideNamed(string line, char[] masked)
    {
        for (var colon = line.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = line.IndexOf(':', colon + 1))
        {
            var name = line.AsSpan(0, colon).TrimEnd().TrimEnd("\"'");
            if (!SecretNames.Mean(name))
            {
                continue;
            }

            var start = colon + 1;
            while (start < line.Length && (char.IsWhiteSpace(line[start]) || line[start] is '"' or '\''))
            {
                start++;
            }

            var rest = line.AsSpan(start);
            var end = rest.IndexOfAny("\"',}");
            var value = end < 0 ? rest : rest[..end];
            if (value.Length >= ShortestValue && !value.StartsWith("${", StringComparison.Ordinal) && value[0] is not ('{' or '['))
            {
                masked.AsSpan(start, value.Length).Fill('*');
            }
        }
    }

    // Keys of kinds that nobody has listed. What has a slash or a dash in it is a path or a name.
    private static void HideRandom(ReadOnlySpan<char> text, char[] masked)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i - start >= ShortestRandom && Chance.LooksRandom(text[start..i]))
            {
                masked.AsSpan(start, i - start).Fill('*');
            }
        }
    }

    // A line of a private key is base64 and nothing else.
    private static void HideKeyLine(string line, char[] masked)
    {
        var text = line.AsSpan().Trim();
        if (text.Length < ShortestKeyLine || !Chance.LooksRandom(text))
        {
            return;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '/' or '='))
            {
                return;
            }
        }

        masked.AsSpan(line.Length - line.AsSpan().TrimStart().Length, text.Length).Fill('*');
    }
}
