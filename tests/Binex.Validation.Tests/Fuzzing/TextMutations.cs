namespace Binex.Validation.Tests.Fuzzing;

/// <summary>Takes pieces of a text away, doubles them, and puts in what is hard to read.</summary>
internal static class TextMutations
{
    private static readonly string[] Pieces =
    [
        "${", "}", "{", "[", "]", ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "|", ">", "&a ", "*a", "<<: ", "#", "!!int ", "?", "\\", "\0", "\u2028", "😀", "\uD83D", "null", "1e999", "-", "~",
        "x-", "nodes:", "agent: ", "${user.x}", "depends_on: [a]", "%", "@", "---\n", "...\n", "\r", ",",
    ];

    /// <summary>A text with one to five changes.</summary>
    public static string Mutate(string text, Random random)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                _ => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }
}
