namespace Binex.Cli.Output;

/// <summary>A page of docs/diagnostics: what a finding means, in sections.</summary>
/// <param name="Title">What it is about, without the code.</param>
/// <param name="Introduction">What it is, in Markdown.</param>
/// <param name="Sections">The sections in order, each with its heading and its text in Markdown.</param>
internal sealed record DiagnosticPage(string Title, string Introduction, IReadOnlyList<PageSection> Sections)
{
    /// <summary>Reads a page.</summary>
    /// <param name="markdown">Its text: a head line, a line with the severity, an introduction, and sections with headings of the second level.</param>
    public static DiagnosticPage Parse(string markdown)
    {
        var parts = markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n## ");
        var head = parts[0].Split("\n\n", 3);
        var title = head[0].Split(": ", 2)[^1];
        var sections = parts.Skip(1).Select(part => part.Split('\n', 2)).Select(part => new PageSection(part[0], part[1].Trim('\n')));
        return new DiagnosticPage(title, head[^1].Trim('\n'), [.. sections]);
    }
}
