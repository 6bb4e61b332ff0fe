using System.Text;
using Binex.Core.Diagnostics;
using Binex.Validation.Rendering;

namespace Binex.Cli.Output;

/// <summary>Shows the page of a finding on a terminal or in a log: headings, paragraphs within the width, code indented.</summary>
internal static class PageView
{
    private const int Widest = 100;
    private const string Fence = "```";

    /// <summary>The page as text.</summary>
    /// <param name="kind">The kind that it explains.</param>
    /// <param name="page">The page.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colours">Colours of the terminal.</param>
    public static string Render(DiagnosticDescriptor kind, DiagnosticPage page, int width, IDiagnosticColours colours)
    {
        width = Math.Min(width, Widest);
        var severity = kind.Severity switch
        {
            DiagnosticSeverity.Error => DiagnosticPart.Error,
            DiagnosticSeverity.Warning => DiagnosticPart.Warning,
            _ => DiagnosticPart.Info,
        };
        var text = new StringBuilder();
        text.Append(colours.Paint(severity, $"{kind.Code} ({kind.Severity.ToString().ToLowerInvariant()}):")).Append(' ').Append(page.Title).Append("\n\n");
        Append(text, page.Introduction, width, colours);
        foreach (var section in page.Sections)
        {
            text.Append('\n').Append(colours.Paint(DiagnosticPart.Place, section.Heading)).Append("\n\n");
            Append(text, section.Text, width, colours);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string markdown, int width, IDiagnosticColours colours)
    {
        var isCode = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (isCode)
            {
                text.Append(line.Length == 0 ? "" : "    " + colours.Paint(DiagnosticPart.Label, line)).Append('\n');
            }
            else
            {
                AppendWrapped(text, line, width);
            }
        }
    }

    private static void AppendWrapped(StringBuilder text, string line, int width)
    {
        while (line.Length > width && line.LastIndexOf(' ', width) is > 0 and var end)
        {
            text.Append(line.AsSpan(0, end).TrimEnd()).Append('\n');
            line = line[(end + 1)..];
        }

        text.Append(line).Append('\n');
    }
}
