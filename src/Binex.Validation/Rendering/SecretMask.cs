using Binex.Validation.Secrets;

namespace Binex.Validation.Rendering;

/// <summary>Hides secrets in what is shown, since logs of CI are read by many. What is hidden keeps its length, so that carets still fit.</summary>
internal static class SecretMask
{
    private const int ShortestValue = 8;
    private const int ShortestRandom = 20;

    /// <summary>A sentence with what looks like a secret replaced by stars.</summary>
    public static string InSentence(string sentence) => new(Mask(sentence));

    /// <summary>A source line with what looks like a secret, and the values of keys such as <c>api_key</c>, replaced by stars; references stay.</summary>
    public static string InLine(string line)
    {
        var masked = Mask(line);
        HideNamed(line, masked);
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

    // The lines of a private key, and keys of kinds that nobody has listed.
    private static void HideRandom(ReadOnlySpan<char> text, char[] masked)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '+' or '/' or '='))
            {
                i++;
            }

            if (i - start >= ShortestRandom && Chance.LooksRandom(text[start..i]))
            {
                masked.AsSpan(start, i - start).Fill('*');
            }
        }
    }
}
