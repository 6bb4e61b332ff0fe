namespace Binex.Models.Tokens;

/// <summary>
/// Finds texts that a tokenizer would take very long for. It cuts a text where the kind of character changes and needs time in the
/// square of a piece's length, so that a million times the same letter would take hours.
/// </summary>
internal static class LongestRun
{
    private const int Limit = 2_000;
    private const int LongestText = 8_000_000;

    /// <summary>Whether a text is too long, or too much of one kind without a break.</summary>
    /// <param name="text">The text.</param>
    public static bool IsLong(string text)
    {
        if (text.Length > LongestText)
        {
            return true;
        }

        var (run, kind) = (0, -1);
        foreach (var c in text)
        {
            var next = KindOf(c);
            run = next == kind ? run + 1 : 1;
            kind = next;
            if (run > Limit)
            {
                return true;
            }
        }

        return false;
    }

    // Digits are always cut into threes.
    private static int KindOf(char c) =>
        char.IsWhiteSpace(c) ? 0 : char.IsAsciiDigit(c) ? -1 : char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark ? 1 : 2;
}
