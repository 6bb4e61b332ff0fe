using System.Text;
using Binex.Core.Text;

namespace Binex.Validation.Rendering;

/// <summary>The source line of a finding and the carets below it, for a terminal; a long line is cut around the finding.</summary>
/// <param name="Line">The line as it is shown.</param>
/// <param name="Indent">Columns before the first caret.</param>
/// <param name="Carets">How many carets; at least one.</param>
internal sealed record SourceExcerpt(string Line, int Indent, int Carets)
{
    private const int MostColumns = 160;
    private const int ColumnsBefore = 60;
    private const string Cut = "…";

    /// <summary>The excerpt for a range; of a range over several lines, its first line.</summary>
    /// <param name="source">The text.</param>
    /// <param name="range">The range.</param>
    /// <param name="hidesRange">Whether what stands there is a secret.</param>
    public static SourceExcerpt Of(SourceText source, TextRange range, bool hidesRange)
    {
        var line = SecretMask.InLine(source.Line(range.Start.Line).ToString());
        var first = Math.Min(range.Start.Column - 1, line.Length);
        var last = range.End.Line == range.Start.Line ? Math.Clamp(range.End.Column - 1, first, line.Length) : line.AsSpan().TrimEnd().Length;
        line = hidesRange ? string.Concat(line.AsSpan(0, first), new string('*', last - first), line.AsSpan(last)) : line;

        var text = new StringBuilder();
        var offsets = new List<int>();
        var column = 0;
        var start = -1;
        var end = -1;
        foreach (var (unit, shown, width) in Cells(line))
        {
            start = start < 0 && unit >= first ? column : start;
            end = end < 0 && unit >= last ? column : end;
            for (var i = 0; i < width; i++)
            {
                offsets.Add(text.Length);
            }

            text.Append(shown);
            column += width;
        }

        start = start < 0 ? column : start;
        end = end < 0 ? column : end;
        return column <= MostColumns
            ? new SourceExcerpt(text.ToString().TrimEnd(), start, Math.Max(1, end - start))
            : Shorten(text.ToString(), offsets, start, end);
    }

    private static SourceExcerpt Shorten(string text, List<int> offsets, int start, int end)
    {
        var from = Math.Max(0, Math.Min(start - ColumnsBefore, offsets.Count - MostColumns));
        var to = Math.Min(offsets.Count, from + MostColumns);
        var tail = to < offsets.Count ? offsets[to] : text.Length;
        var head = from == 0 ? "" : Cut;
        var shown = head + text[offsets[from]..tail] + (to < offsets.Count ? Cut : "");
        return new SourceExcerpt(shown.TrimEnd(), start - from + head.Length, Math.Max(1, Math.Min(end, to) - start));
    }

    private static IEnumerable<(int Unit, string Shown, int Width)> Cells(string line)
    {
        var unit = 0;
        var column = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var width = rune.Value == '\t' ? VisibleText.TabWidth - (column % VisibleText.TabWidth) : VisibleText.WidthOf(rune);
            yield return (unit, rune.Value == '\t' ? new string(' ', width) : VisibleText.Of(rune), width);
            unit += rune.Utf16SequenceLength;
            column += width;
        }
    }
}
