using System.Globalization;
using System.Text;

namespace Binex.Validation.Rendering;

/// <summary>Shows text of unknown origin on a terminal: one line, nothing that steers the terminal or turns the direction of writing.</summary>
internal static class VisibleText
{
    /// <summary>Columns from one tab stop to the next.</summary>
    public const int TabWidth = 4;

    /// <summary>A text with control characters replaced by visible ones.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append(Of(rune));
        }

        return visible.ToString();
    }

    /// <summary>A character, or the visible one that stands in for it: the picture of a control character, a question mark for what has none.</summary>
    public static string Of(Rune rune) => rune.Value switch
    {
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7F => "\u2421",
        // Joiners and variation selectors belong to emoji and to many scripts.
        0x200C or 0x200D => rune.ToString(),
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ? "?" : rune.ToString(),
    };

    /// <summary>How many columns a character takes: none for a mark on the one before, two for East Asian characters and emoji.</summary>
    public static int WidthOf(Rune rune)
    {
        if (rune.Value is 0x200C or 0x200D)
        {
            return 0;
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : IsWide(rune.Value) ? 2 : 1;
    }

    // Blocks whose characters are wide or full width in Unicode Standard Annex 11.
    private static bool IsWide(int value) => value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
        or (>= 0xA960 and <= 0xA97C) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF)
        or (>= 0x1F900 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
