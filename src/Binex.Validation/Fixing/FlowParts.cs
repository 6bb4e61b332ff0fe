using Binex.Core.Text;
using Binex.Validation.Documents;

namespace Binex.Validation.Fixing;

/// <summary>Takes parts out of lists and maps that are written in brackets, such as <c>[a, b]</c>, each with the comma that it needs no more.</summary>
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

        return Remove(list, index > 0 ? list.Items[index - 1].End : null, item.Start, item.End, list.Items[index > 0 ? index : 1].Start);
    }

    /// <summary>The edit that takes a key out with its value; null where more than a comma stands between it and the key beside it.</summary>
    public static TextEdit? Remove(MappingNode map, MappingEntry entry)
    {
        var index = 0;
        while (!ReferenceEquals(map.Entries[index].Key, entry.Key))
        {
            index++;
        }

        return Remove(
            map, index > 0 ? map.Entries[index - 1].Value.End : null, entry.Key.Start, entry.Value.End, map.Entries[index > 0 ? index : 1].Key.Start);
    }

    // The comma before it goes with it, or the one after it where it is the first.
    private static TextEdit? Remove(DocumentNode all, int? endBefore, int start, int end, int startAfter)
    {
        var (from, to) = endBefore is { } before ? (before, start) : (end, startAfter);
        if (start < all.Start || end > all.End || to < from || !IsComma(all.Source.Text.AsSpan(from, to - from)))
        {
            return null;
        }

        return new TextEdit(endBefore is null ? all.Source.Range(start, to) : all.Source.Range(from, end), "");
    }

    private static bool IsComma(ReadOnlySpan<char> text) => text.Trim() is ",";
}
