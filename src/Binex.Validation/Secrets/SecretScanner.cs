namespace Binex.Validation.Secrets;

/// <summary>
/// Finds secrets of known kinds in a text: one pass over its words, without regular expressions, because every file that is
/// checked and every line that is shown goes through it.
/// </summary>
internal static class SecretScanner
{
    private const int ShortestSecret = 16;
    private const string KeyEnd = "PRIVATE KEY-----";
    private const string KeyStart = "-----BEGIN ";

    /// <summary>The secrets in a text, in order.</summary>
    public static List<SecretSpan> Find(ReadOnlySpan<char> text)
    {
        var found = new List<SecretSpan>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWordPart(text[i]))
            {
                i++;
            }

            if (i - start >= ShortestSecret)
            {
                var word = text[start..i].TrimEnd('.');
                if (SecretShapes.KindOf(word) is { } kind)
                {
                    found.Add(new SecretSpan(start, word.Length, kind));
                }
            }
        }

        AddPrivateKeys(text, found);
        return found;
    }

    private static bool IsWordPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.';

    // The first line of a key in PEM form; the lines after it are masked for what they look like.
    private static void AddPrivateKeys(ReadOnlySpan<char> text, List<SecretSpan> found)
    {
        var position = 0;
        while (text[position..].IndexOf(KeyEnd, StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = position + at + KeyEnd.Length;
            var start = text[position..end].LastIndexOf(KeyStart, StringComparison.Ordinal);
            if (start >= 0 && !text[(position + start)..end].ContainsAny('\n', '\r'))
            {
                found.Add(new SecretSpan(position + start, end - position - start, "a private key"));
            }

            position = end;
        }
    }
}
