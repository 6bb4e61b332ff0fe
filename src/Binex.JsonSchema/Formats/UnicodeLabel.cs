using System.Globalization;
using System.Text;

namespace Binex.JsonSchema.Formats;

/// <summary>
/// Whether IDNA 2008 allows a label: RFC 5892, with the derived property approximated by the general category, which the framework has,
/// and the exceptions and contextual rules written out.
/// </summary>
internal static class UnicodeLabel
{
    public static bool IsValid(IReadOnlyList<int> label)
    {
        if (label is [_, _, '-', '-', ..] || label[0] == '-' || label[^1] == '-' || IsMark(label[0]))
        {
            return false;
        }

        for (var i = 0; i < label.Count; i++)
        {
            if (!IsAllowed(label[i]) || !FitsContext(label, i))
            {
                return false;
            }
        }

        return !(label.Any(IsArabicDigit) && label.Any(IsExtendedArabicDigit));
    }

    // RFC 5892 section 2.6 first, then letters, digits and marks.
    private static bool IsAllowed(int codePoint) => codePoint switch
    {
        '-' => true,
        0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007 => true,
        0xB7 or 0x375 or 0x5F3 or 0x5F4 or 0x30FB or 0x200C or 0x200D => true,
        0x640 or 0x7FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B => false,
        _ => Rune.IsValid(codePoint) && Rune.GetUnicodeCategory(new Rune(codePoint)) is UnicodeCategory.LowercaseLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark,
    };

    // RFC 5892 appendix A.
    private static bool FitsContext(IReadOnlyList<int> label, int i)
    {
        var before = i > 0 ? label[i - 1] : -1;
        var after = i + 1 < label.Count ? label[i + 1] : -1;
        return label[i] switch
        {
            0xB7 => before == 'l' && after == 'l',
            0x375 => IsGreek(after),
            0x5F3 or 0x5F4 => IsHebrew(before),
            0x30FB => label.Any(IsJapanese),
            0x200D => IsVirama(before),
            0x200C => IsVirama(before) || (IsJoining(before) && IsJoining(after)),
            _ => true,
        };
    }

    private static bool IsMark(int codePoint) => Rune.IsValid(codePoint) && Rune.GetUnicodeCategory(new Rune(codePoint))
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsGreek(int codePoint) => codePoint is (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF);

    private static bool IsHebrew(int codePoint) => codePoint is (>= 0x591 and <= 0x5F2) or (>= 0xFB1D and <= 0xFB4F);

    private static bool IsJapanese(int codePoint) =>
        codePoint is (>= 0x3041 and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF)
            or (>= 0x31F0 and <= 0x31FF) or 0x3005 or 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsArabicDigit(int codePoint) => codePoint is >= 0x660 and <= 0x669;

    private static bool IsExtendedArabicDigit(int codePoint) => codePoint is >= 0x6F0 and <= 0x6F9;

    // The marks that join consonants in the scripts of India and their neighbours.
    private static bool IsVirama(int codePoint) => codePoint is 0x94D or 0x9CD or 0xA4D or 0xACD or 0xB4D or 0xBCD or 0xC4D or 0xCCD
        or 0xD4D or 0xDCA or 0xE3A or 0xF84 or 0x1039 or 0x1714 or 0x1734 or 0x17D2 or 0x1A60 or 0x1B44 or 0x1BAA or 0xA806 or 0xA8C4
        or 0xA953 or 0xA9C0 or 0xAAF6 or 0xABED;

    // Letters of scripts written joined up; close to the joining types L, R and D.
    private static bool IsJoining(int codePoint) =>
        codePoint is (>= 0x620 and <= 0x6D3) or (>= 0x710 and <= 0x7EA) or (>= 0x1820 and <= 0x18AA);
}
