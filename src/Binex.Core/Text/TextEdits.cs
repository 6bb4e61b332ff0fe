using System.Text;

namespace Binex.Core.Text;

/// <summary>Changes texts.</summary>
public static class TextEdits
{
    /// <summary>A text with edits made; everything outside of their ranges stays as it is, character for character.</summary>
    /// <param name="source">The text.</param>
    /// <param name="edits">The edits, in any order; their ranges are those of the text as it is.</param>
    /// <exception cref="ArgumentException">Two of them overlap.</exception>
    public static string Apply(SourceText source, IReadOnlyList<TextEdit> edits)
    {
        var sorted = edits.ToArray();
        Array.Sort(sorted, static (one, other) => one.Range.Start.CompareTo(other.Range.Start));
        var changed = new StringBuilder(source.Text.Length);
        var copied = 0;
        foreach (var edit in sorted)
        {
            var start = source.OffsetOf(edit.Range.Start);
            if (start < copied)
            {
                throw new ArgumentException($"Two edits overlap at {edit.Range.Start}.", nameof(edits));
            }

            changed.Append(source.Text, copied, start - copied).Append(edit.NewText);
            copied = source.OffsetOf(edit.Range.End);
        }

        return changed.Append(source.Text, copied, source.Text.Length - copied).ToString();
    }
}
