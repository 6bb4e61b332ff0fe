namespace Binex.Core.Text;

/// <summary>
/// Makes text of unknown origin safe in the log of a build. Systems take orders from what a step prints: GitHub Actions from lines that
/// begin with <c>::</c>, blanks before it included, and from <c>##[</c> anywhere; Azure Pipelines from <c>##vso[</c> anywhere. A model
/// must not set variables, mask words or forge errors there.
/// </summary>
public static class LogText
{
    private const string Order = "::";

    /// <summary>A text on one line that is no order; see <see cref="TerminalText.SanitizeLine"/>.</summary>
    /// <param name="text">The text.</param>
    public static string Line(string text) => Tame(TerminalText.SanitizeLine(text));

    /// <summary>A text of which no line is an order; see <see cref="TerminalText.Sanitize"/>.</summary>
    /// <param name="text">The text.</param>
    public static string Lines(string text)
    {
        var clean = TerminalText.Sanitize(text);
        return clean.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', clean.Split('\n').Select(Tame)) : Tame(clean);
    }

    private static string Tame(string line)
    {
        var tame = line.Contains("##", StringComparison.Ordinal)
            ? line.Replace("##vso[", "## vso[", StringComparison.OrdinalIgnoreCase).Replace("##[", "## [", StringComparison.Ordinal)
            : line;
        var start = tame.Length - tame.AsSpan().TrimStart().Length;
        return tame.AsSpan(start).StartsWith(Order, StringComparison.Ordinal) ? tame.Insert(start + 1, " ") : tame;
    }
}
