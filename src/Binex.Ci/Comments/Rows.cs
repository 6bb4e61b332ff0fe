using System.Text;
using Binex.Reports.Tables;

namespace Binex.Ci.Comments;

/// <summary>Shows the rows of a table: the first ones open, the others folded, and where those are that have no place.</summary>
internal static class Rows
{
    /// <summary>Adds them.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="all">What there is a row for, the most important first.</param>
    /// <param name="open">How many everybody sees.</param>
    /// <param name="most">How many are shown at all.</param>
    /// <param name="table">Makes a table of some.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="origin">Where the others are.</param>
    public static void Append<T>(
        StringBuilder text, IReadOnlyList<T> all, int open, int most, Func<IReadOnlyList<T>, Table> table, string one, CommentOrigin origin)
    {
        var first = all.Take(Math.Min(open, most)).ToList();
        var folded = all.Take(most).Skip(first.Count).ToList();
        if (first.Count > 0)
        {
            text.Append(table(first).ToMarkdown()).Append('\n');
        }

        if (folded.Count > 0)
        {
            text.Append($"<details><summary>{Words.Counted(folded.Count, first.Count > 0 ? $"more {one}" : one)}</summary>\n\n{table(folded).ToMarkdown()}\n</details>\n\n");
        }

        if (all.Count > most)
        {
            text.Append($"…and {Words.Counted(all.Count - most, $"more {one}")}, see {CommentText.Pointer(origin)}\n\n");
        }
    }
}
