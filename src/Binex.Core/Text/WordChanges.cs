using System.Text;

namespace Binex.Core.Text;

/// <summary>Finds the words in which two texts differ.</summary>
public static class WordChanges
{
    /// <summary>The most characters of each text that are compared.</summary>
    public const int MostCharacters = 20_000;

    // A shorter stretch that both have, between two that differ, is chance: a blank, a comma, a small word.
    private const int LeastSame = 6;

    /// <summary>The parts of both texts in their order: what both have, what only the first had, what only the second has.</summary>
    /// <param name="before">The first text.</param>
    /// <param name="after">The second text.</param>
    public static IReadOnlyList<WordPart> Between(string before, string after)
    {
        var (old, changed) = (Words(before), Words(after));
        var parts = new List<WordPart>();
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        var at = 0;
        foreach (var change in LineChanges.Between(old, changed))
        {
            Keep(string.Concat(old[at..change.OldStart]));
            removed.AppendJoin("", old[change.OldStart..change.OldEnd]);
            added.AppendJoin("", changed[change.NewStart..change.NewEnd]);
            at = change.OldEnd;
        }

        Flush();
        Add(PartKind.Same, string.Concat(old[at..]));
        return parts;

        void Keep(string same)
        {
            if (removed.Length + added.Length > 0 && same.Length < LeastSame)
            {
                removed.Append(same);
                added.Append(same);
                return;
            }

            Flush();
            Add(PartKind.Same, same);
        }

        void Flush()
        {
            Add(PartKind.Removed, removed.ToString());
            Add(PartKind.Added, added.ToString());
            removed.Clear();
            added.Clear();
        }

        void Add(PartKind kind, string text)
        {
            if (text.Length > 0)
            {
                parts.Add(new WordPart(kind, text));
            }
        }
    }

    // A word, or the white space between two; each other sign is a word of its own.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var kind = 0;
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MostCharacters)).EnumerateRunes())
        {
            var next = Rune.IsLetterOrDigit(rune) ? 1 : Rune.IsWhiteSpace(rune) ? 2 : 3;
            if (word.Length > 0 && (next != kind || next == 3))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            kind = next;
            word.Append(rune);
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
