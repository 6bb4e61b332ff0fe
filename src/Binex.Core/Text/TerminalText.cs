using System.Buffers;
using System.Globalization;
using System.Text;

namespace Binex.Core.Text;

/// <summary>Makes text of unknown origin safe to show: on a terminal, and as the first step of every report.</summary>
public static class TerminalText
{
    private const char Replacement = '\uFFFD';
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        "\n\t" + string.Concat(Enumerable.Range(0x20, 0x5F).Select(code => (char)code)) + string.Concat(Enumerable.Range(0xC0, 0xC0).Select(code => (char)code)));

    /// <summary>
    /// Takes out control sequences (ANSI: colours, cursor, titles, links) and control characters other than line feed and tab;
    /// ends every line with a line feed; makes characters that turn or hide text visible, such as <c>[U+202E]</c>; replaces
    /// broken characters by U+FFFD.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Sanitize(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Harmless);
        return first < 0 ? text : SanitizeFrom(text, first);
    }

    /// <summary>The same for a place that has one line: line ends and tabs become spaces.</summary>
    /// <param name="text">The text.</param>
    public static string SanitizeLine(string text)
    {
        var clean = Sanitize(text);
        return clean.AsSpan().IndexOfAny('\n', '\t') < 0 ? clean : clean.Replace('\n', ' ').Replace('\t', ' ');
    }

    private static string SanitizeFrom(string text, int first)
    {
        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        var sequences = new ControlSequences(text);
        var i = first;
        while (i < text.Length)
        {
            var run = text.AsSpan(i).IndexOfAnyExcept(Harmless);
            if (run != 0)
            {
                var length = run < 0 ? text.Length - i : run;
                clean.Append(text, i, length);
                i += length;
                continue;
            }

            var sequence = sequences.LengthAt(i);
            i += sequence > 0 ? sequence : AppendCharacter(clean, text, i);
        }

        return clean.ToString();
    }

    private static int AppendCharacter(StringBuilder clean, string text, int i)
    {
        if (!Rune.TryGetRuneAt(text, i, out var rune))
        {
            clean.Append(Replacement);
            return 1;
        }

        if (rune.Value == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
        {
            return 1;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control when rune.Value is '\r' or 0x85:
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                clean.Append('\n');
                break;
            case UnicodeCategory.Control:
                break;
            case UnicodeCategory.Format when !IsNeededByScripts(rune.Value):
                clean.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
                break;
            case UnicodeCategory.OtherNotAssigned when (rune.Value & 0xFFFE) == 0xFFFE:
                clean.Append(Replacement);
                break;
            default:
                clean.Append(text, i, rune.Utf16SequenceLength);
                break;
        }

        return rune.Utf16SequenceLength;
    }

    // Soft hyphen, the joiners that scripts and emoji are spelled with, and the number signs of Arabic and Syriac.
    private static bool IsNeededByScripts(int code) => code is 0xAD or 0x200C or 0x200D or (>= 0x600 and <= 0x605) or 0x6DD or 0x70F;
}
