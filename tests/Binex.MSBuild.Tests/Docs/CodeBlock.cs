using System.Text.RegularExpressions;

namespace Binex.MSBuild.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What stands after its fence.</param>
/// <param name="Text">What is in it.</param>
internal sealed partial record CodeBlock(string Language, string Text)
{
    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The file that its first line, a comment, names; null where it names none.</summary>
    public string? File => FileComment().Match(Lines[0]) is { Success: true } match ? match.Groups["file"].Value : null;

    /// <summary>The blocks of a page, in order.</summary>
    public static IReadOnlyList<CodeBlock> Of(string page) =>
        [.. Fence().Matches(page).Select(match => new CodeBlock(match.Groups["language"].Value, match.Groups["text"].Value))];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?:<!--|#) (?<file>[\w./-]+)(?: -->)?$")]
    private static partial Regex FileComment();
}
