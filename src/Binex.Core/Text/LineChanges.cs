namespace Binex.Core.Text;

/// <summary>Finds the fewest lines in which two texts differ (E. Myers, "An O(ND) difference algorithm", 1986).</summary>
internal static class LineChanges
{
    // Beyond this many differing lines the search costs more than a short diff is worth, and what differs is shown as one change.
    private const int MostEdits = 1_000;

    /// <summary>The changes from the first line to the last; equal lines stand between any two.</summary>
    public static List<LineChange> Between(List<string> old, List<string> changed)
    {
        var start = 0;
        while (start < old.Count && start < changed.Count && old[start] == changed[start])
        {
            start++;
        }

        var (oldEnd, newEnd) = (old.Count, changed.Count);
        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == changed[newEnd - 1])
        {
            oldEnd--;
            newEnd--;
        }

        var rows = Search(old.GetRange(start, oldEnd - start), changed.GetRange(start, newEnd - start));
        return rows is null ? [new LineChange(start, oldEnd, start, newEnd)] : Changes(rows, oldEnd - start, newEnd - start, start);
    }

    // For each number of edits, how far each diagonal (x - y) gets; the last row reaches the end of both. Null when it takes too many.
    private static List<int[]>? Search(List<string> old, List<string> changed)
    {
        var rows = new List<int[]>();
        for (var edits = 0; edits <= Math.Min(MostEdits, old.Count + changed.Count); edits++)
        {
            var row = new int[(2 * edits) + 1];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = edits == 0 ? 0 : Step(rows[^1], edits, diagonal).X;
                while (x < old.Count && x - diagonal < changed.Count && old[x] == changed[x - diagonal])
                {
                    x++;
                }

                row[diagonal + edits] = x;
                if (x >= old.Count && x - diagonal >= changed.Count)
                {
                    rows.Add(row);
                    return rows;
                }
            }

            rows.Add(row);
        }

        return null;
    }

    // The better way to a diagonal with one edit more: a line put in, from the diagonal above, or one taken out, from that below.
    private static (int X, bool IsInsertion) Step(int[] before, int edits, int diagonal)
    {
        var above = diagonal + 1 <= edits - 1 ? before[diagonal + 1 + edits - 1] : -1;
        var below = diagonal - 1 >= 1 - edits ? before[diagonal - 1 + edits - 1] : -1;
        return below < above ? (above, true) : (below + 1, false);
    }

    private static List<LineChange> Changes(List<int[]> rows, int x, int y, int offset)
    {
        var changes = new List<LineChange>();
        for (var edits = rows.Count - 1; edits > 0; edits--)
        {
            var (from, isInsertion) = Step(rows[edits - 1], edits, x - y);
            var diagonal = x - y;
            (x, y) = (from, from - diagonal);
            var change = isInsertion ? new LineChange(x, x, y - 1, y) : new LineChange(x - 1, x, y, y);
            if (changes.Count > 0 && changes[^1].OldStart == change.OldEnd && changes[^1].NewStart == change.NewEnd)
            {
                change = change with { OldEnd = changes[^1].OldEnd, NewEnd = changes[^1].NewEnd };
                changes.RemoveAt(changes.Count - 1);
            }

            changes.Add(change);
            (x, y) = (change.OldStart, change.NewStart);
        }

        changes.Reverse();
        return changes.ConvertAll(change => new LineChange(change.OldStart + offset, change.OldEnd + offset, change.NewStart + offset, change.NewEnd + offset));
    }
}
