using Binex.Core.Text;
using Binex.Validation.Documents;

namespace Binex.Validation.Fixing;

/// <summary>Takes items out of lists that are written in brackets, such as <c>[a, b]</c>, each with the comma that it needs no more.</summary>
internal static class FlowParts
{
    /// <summary>The edit that takes an item out; null where more than a comma stands between it and the item beside it, such as a comment.</summary>
    public static TextEdit? Remove(SequenceNode list, DocumentNode item)
    {
        var index = 0;
        while (!ReferenceEquals(list.Items[index], item))
        {
            index++;
        }

        var (start, end) = index > 0 ? (list.Items[index - 1].End, item.Start) : (item.End, list.Items[1].Start);
        if (item.Start < list.Start || item.End > list.End || end < start || !IsComma(list.Source.Text.AsSpan(start, end - start)))
        {
            return null;
        }

        return new TextEdit(index > 0 ? list.Source.Range(start, item.End) : list.Source.Range(item.Start, end), "");
    }

    private static bool IsComma(ReadOnlySpan<char> text) => text.Trim() is ",";
}
