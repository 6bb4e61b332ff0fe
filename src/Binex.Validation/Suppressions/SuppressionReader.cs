using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Validation.Rules;

namespace Binex.Validation.Suppressions;

/// <summary>Reads comments that suppress findings: <c># binex-disable-next-line BNX2007 reason</c> and <c># binex-disable BNX2007 reason</c>.</summary>
/// <param name="source">The text.</param>
/// <param name="findings">Takes what is wrong with the comments.</param>
internal sealed class SuppressionReader(SourceText source, FindingList findings)
{
    private const string ForFile = "binex-disable";
    private const string ForNextLine = "binex-disable-next-line";
    private static readonly string[] Words = [ForFile, ForNextLine];

    private int[]? _nextLines;

    /// <summary>Whether a text may have such comments.</summary>
    public static bool MayHaveAny(SourceText source) =>
        source.Text.Contains("binex-", StringComparison.OrdinalIgnoreCase) && !source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The codes of all comments, in order.</summary>
    public List<Suppressed> Read()
    {
        var suppressed = new List<Suppressed>();
        foreach (var offset in YamlComments.Find(source))
        {
            Read(offset + 1, suppressed);
        }

        return suppressed;
    }

    private void Read(int start, List<Suppressed> suppressed)
    {
        var number = source.PositionAt(start).Line;
        var lineStart = source.OffsetOf(new TextPosition(number, 1));
        var line = source.Line(number);
        var at = Skip(line, start - lineStart);
        var end = EndOfWord(line, at);
        var word = line[at..end].TrimEnd(':').ToString();
        if (word is not (ForFile or ForNextLine))
        {
            if (word.StartsWith("binex-", StringComparison.OrdinalIgnoreCase) && Suggestion(word) is { } nearest)
            {
                findings.Add(DiagnosticCatalog.BadSuppression, Place(lineStart + at, word.Length), $"'{word}' suppresses nothing", $"did you mean '{nearest}'?");
            }

            return;
        }

        var isRead = false;
        while (true)
        {
            var next = Skip(line, end);
            var close = EndOfWord(line, next);
            var code = line[next..close].TrimEnd(':').ToString();
            if (code.Length == 0 || (isRead && !LooksLikeCode(code)))
            {
                CheckReason(line[next..], isRead, lineStart + at, word);
                return;
            }

            isRead = true;
            Add(code, Place(lineStart + next, code.Length), word == ForFile ? null : NextLine(number), suppressed);
            end = close;
        }
    }

    private void Add(string code, SourceLocation location, int? line, List<Suppressed> suppressed)
    {
        if (DiagnosticCatalog.Find(code) is not { } kind)
        {
            findings.Add(
                DiagnosticCatalog.UnknownSuppressedCode,
                location,
                $"there is no finding '{code}'",
                Spelling.Hint(code, DiagnosticCatalog.All.Select(known => known.Code)) ?? "'dotnet binex explain' lists them all");
        }
        else if (!kind.IsOptional)
        {
            findings.Add(
                DiagnosticCatalog.FixedSuppression,
                location,
                $"{kind.Code} ({kind.Title}) means that nothing can run, so it cannot be suppressed",
                "take the comment out, and mend what the finding names");
        }
        else
        {
            suppressed.Add(new Suppressed(kind, location, line));
        }
    }

    private void CheckReason(ReadOnlySpan<char> rest, bool hasCode, int start, string word)
    {
        if (!hasCode)
        {
            findings.Add(
                DiagnosticCatalog.BadSuppression,
                Place(start, word.Length),
                "no code follows, so nothing is suppressed",
                $"write the code of the finding and a reason, such as '# {word} BNX2007 set by the caller'");
        }
        else if (rest.Trim(" \t-:–—").IsEmpty)
        {
            findings.Add(
                DiagnosticCatalog.SuppressionWithoutReason,
                Place(start, word.Length),
                "nobody can tell later why the finding is suppressed",
                "write the reason after the code");
        }
    }

    // Comments may stand one above the other, so what they are about is the next line with something else on it.
    private int NextLine(int number) => (_nextLines ??= NextLines())[number];

    private int[] NextLines()
    {
        var lines = new int[source.LineCount + 1];
        var next = source.LineCount + 1;
        for (var number = source.LineCount; number > 0; number--)
        {
            lines[number] = next;
            next = source.Line(number).TrimStart() is { IsEmpty: false } line && line[0] != '#' ? number : next;
        }

        return lines;
    }

    private static string? Suggestion(string word) => Spelling.Nearest(word, Words)
        ?? (word.StartsWith(ForFile, StringComparison.OrdinalIgnoreCase) ? ForNextLine : null);

    private static bool LooksLikeCode(string word) =>
        word.Length > 3 && word.StartsWith("BNX", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(word[3]);

    private SourceLocation Place(int start, int length) => new(source.Path, source.Range(start, start + length));

    private static int Skip(ReadOnlySpan<char> line, int from)
    {
        var length = line[from..].IndexOfAnyExcept(" \t,");
        return length < 0 ? line.Length : from + length;
    }

    private static int EndOfWord(ReadOnlySpan<char> line, int from)
    {
        var length = line[from..].IndexOfAny(" \t,");
        return length < 0 ? line.Length : from + length;
    }
}
