using Binex.Core.Text;
using Binex.Validation.Documents;
using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Fixing;

/// <summary>Takes out what has lines of its own, as the items of a list below each other have.</summary>
internal static class BlockLines
{
    /// <summary>
    /// The edit that takes an item and its line out, or, where a comment follows it on its line, the item alone; null where the line
    /// holds something else as well.
    /// </summary>
    public static TextEdit? Remove(ScalarNode item)
    {
        var text = item.Source.Text;
        var lineStart = item.Start - (item.Source.PositionAt(item.Start).Column - 1);
        var before = text.AsSpan(lineStart, item.Start - lineStart);
        if (before.Trim() is not "-" || text.AsSpan(item.Start, item.End - item.Start).IndexOfAny('\n', '\r') >= 0)
        {
            return null;
        }

        var after = item.End;
        while (after < text.Length && text[after] is ' ' or '\t')
        {
            after++;
        }

        if (after < text.Length && text[after] == '#')
        {
            return new TextEdit(item.Source.Range(lineStart + before.IndexOf('-'), after), "");
        }

        if (after < text.Length)
        {
            return LineBreaks.IsBreak(text[after]) ? new TextEdit(item.Source.Range(lineStart, LineBreaks.After(text, after)), "") : null;
        }

        return new TextEdit(item.Source.Range(BreakBefore(text, lineStart), after), "");
    }

    /// <summary>The edit that takes out a key with its value and their lines; null where these lines hold something else as well.</summary>
    public static TextEdit? Remove(MappingEntry entry)
    {
        var source = entry.Key.Source;
        var text = source.Text;
        var lineStart = entry.Key.Start - (source.PositionAt(entry.Key.Start).Column - 1);
        var lineEnd = LineBreaks.Next(text, entry.Value.End);
        if (entry.Value.End < entry.Key.End
            || !text.AsSpan(lineStart, entry.Key.Start - lineStart).IsWhiteSpace()
            || !text.AsSpan(entry.Value.End, lineEnd - entry.Value.End).IsWhiteSpace()
            || text.AsSpan(entry.Key.Start, entry.Value.End - entry.Key.Start).Contains('#'))
        {
            return null;
        }

        return lineEnd < text.Length
            ? new TextEdit(source.Range(lineStart, LineBreaks.After(text, lineEnd)), "")
            : new TextEdit(source.Range(BreakBefore(text, lineStart), lineEnd), "");
    }

    // The last line of a file that ends without a line break: the break before it goes, so that the file still ends without one.
    private static int BreakBefore(string text, int lineStart) =>
        lineStart > 1 && text[lineStart - 1] == '\n' && text[lineStart - 2] == '\r' ? lineStart - 2 : Math.Max(0, lineStart - 1);
}
