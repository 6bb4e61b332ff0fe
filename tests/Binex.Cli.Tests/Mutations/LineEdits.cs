using System.Text.RegularExpressions;

namespace Binex.Cli.Tests.Mutations;

/// <summary>Single edits, such as slips of a hand: a line dropped, doubled, moved or indented, a key renamed, a value of another type.</summary>
internal static partial class LineEdits
{
    private static readonly string[] Values = ["3", "-1", "0.5", "true", "null", "''", "[]", "{}", "[a, b]", "text", "${user.none}", "${none.output}", "9999999999"];

    /// <summary>A text with one line edited, and what was done to it.</summary>
    public static (string Text, string Edit) Make(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var candidates = Enumerable.Range(0, lines.Count).Where(i => lines[i].Trim().Length > 0 && !lines[i].TrimStart().StartsWith('#')).ToList();
        var at = candidates[random.Next(candidates.Count)];
        var line = lines[at];
        var edit = random.Next(7) switch
        {
            0 => Drop(lines, at),
            1 => Change(lines, at, "rename", Word().Replace(line, match => Misspell(match.Value, random), 1)),
            2 => Change(lines, at, "retype", Value().Replace(line, match => match.Groups[1].Value + Values[random.Next(Values.Length)], 1)),
            3 => Change(lines, at, "indent", "  " + line),
            4 => Change(lines, at, "outdent", line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : " " + line),
            5 => Double(lines, at),
            _ => Swap(lines, at, candidates[random.Next(candidates.Count)]),
        };
        return (string.Join('\n', lines), $"line {at + 1}: {edit}");
    }

    private static string Drop(List<string> lines, int at)
    {
        var was = lines[at];
        lines.RemoveAt(at);
        return $"drop '{was.Trim()}'";
    }

    private static string Change(List<string> lines, int at, string how, string to)
    {
        var was = lines[at];
        lines[at] = to;
        return $"{how} '{was}' to '{to}'";
    }

    private static string Double(List<string> lines, int at)
    {
        lines.Insert(at, lines[at]);
        return $"double '{lines[at].Trim()}'";
    }

    private static string Swap(List<string> lines, int at, int other)
    {
        (lines[at], lines[other]) = (lines[other], lines[at]);
        return $"swap with line {other + 1}: '{lines[at].Trim()}', '{lines[other].Trim()}'";
    }

    private static string Misspell(string word, Random random)
    {
        var at = random.Next(word.Length);
        return random.Next(3) switch
        {
            0 when word.Length > 1 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            _ => $"{word}x",
        };
    }

    [GeneratedRegex(@"[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(:\s+|-\s+)\S.*$")]
    private static partial Regex Value();
}
