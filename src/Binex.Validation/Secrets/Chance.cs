namespace Binex.Validation.Secrets;

/// <summary>Tells what was made by chance from words, placeholders and counted-up examples.</summary>
internal static class Chance
{
    private const double LeastEntropy = 3.0;
    private const int FewestDigits = 2;
    private const int LongestRun = 4;

    private static readonly string[] Placeholders = ["example", "your", "placeholder", "changeme", "change-me", "change_me", "replace", "redacted", "dummy", "sample"];

    /// <summary>Whether a text looks as if it was made by chance: many different characters, digits among the letters, and none of the words that stand in for a secret.</summary>
    /// <param name="text">The text.</param>
    public static bool LooksRandom(ReadOnlySpan<char> text)
    {
        var digits = 0;
        var letters = 0;
        var run = 1;
        for (var i = 0; i < text.Length; i++)
        {
            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
            letters += char.IsAsciiLetter(text[i]) ? 1 : 0;
            run = i > 0 && text[i] == text[i - 1] ? run + 1 : 1;
            if (run > LongestRun)
            {
                return false;
            }
        }

        if (digits < FewestDigits || letters == 0 || Entropy(text) < LeastEntropy)
        {
            return false;
        }

        foreach (var word in Placeholders)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    // Bits for each character, by how often the characters occur in the text itself (C. E. Shannon, 1948).
    private static double Entropy(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var letter in text)
        {
            counts[letter & 127]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }
}
