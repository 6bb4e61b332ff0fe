using System.Globalization;
using System.Text;

namespace Binex.Core.Text;

/// <summary>Shows how two texts differ, in the form that <c>git apply</c> and <c>patch</c> read. Lines end with a line feed; what stands before it, a
/// carriage return too, belongs to the line.</summary>
public static class UnifiedDiff
{
    private const int ContextLines = 3;

    /// <summary>The difference; empty for equal texts.</summary>
    /// <param name="file">The file's name in the head.</param>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it is to be.</param>
    public static string Render(string file, string before, string after)
    {
        if (before == after)
        {
            return "";
        }

        var old = Lines(before);
        var changed = Lines(after);
        var name = TerminalText.SanitizeLine(file).TrimStart('/');
        var diff = new StringBuilder($"--- a/{name}\n+++ b/{name}\n");
        var changes = LineChanges.Between(old, changed);
        for (var first = 0; first < changes.Count;)
        {
            var last = first;
            while (last + 1 < changes.Count && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * ContextLines)
            {
                last++;
            }

            AppendHunk(diff, old, changed, changes.GetRange(first, last - first + 1));
            first = last + 1;
        }

        return diff.ToString();
    }

    private static void AppendHunk(StringBuilder diff, List<string> old, List<string> changed, List<LineChange> changes)
    {
        var before = Math.Min(ContextLines, changes[0].OldStart);
        var after = Math.Min(ContextLines, old.Count - changes[^1].OldEnd);
        var (oldStart, oldEnd) = (changes[0].OldStart - before, changes[^1].OldEnd + after);
        var (newStart, newEnd) = (changes[0].NewStart - before, changes[^1].NewEnd + after);
        diff.Append("@@ -").Append(Range(oldStart, oldEnd)).Append(" +").Append(Range(newStart, newEnd)).Append(" @@\n");
        var next = oldStart;
        foreach (var change in changes)
        {
            Append(diff, ' ', old, next, change.OldStart);
            Append(diff, '-', old, change.OldStart, change.OldEnd);
            Append(diff, '+', changed, change.NewStart, change.NewEnd);
            next = change.OldEnd;
        }

        Append(diff, ' ', old, next, oldEnd);
    }

    // Of no lines, the form names the line before them.
    private static string Range(int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"{(start == end ? start : start + 1)},{end - start}");

    private static void Append(StringBuilder diff, char sign, List<string> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            diff.Append(sign).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
            {
                diff.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            end = end == 0 ? text.Length : end;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
