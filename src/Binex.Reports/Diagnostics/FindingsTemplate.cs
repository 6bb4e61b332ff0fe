using Binex.Core.Diagnostics;
using Binex.Core.Text;
using Binex.Reports.Rendering;
using Scriban.Runtime;

namespace Binex.Reports.Diagnostics;

/// <summary>
/// Shows findings by a template of the user, in the language of Scriban. A template sees the findings and nothing else: no files, no other
/// templates, no environment; its turns, depth, texts, patterns, memory and time are limited.
/// </summary>
public static class FindingsTemplate
{
    /// <summary>The findings as the template shows them, or what is wrong with the template.</summary>
    /// <param name="report">The findings.</param>
    /// <param name="template">The text of the template.</param>
    /// <param name="name">Its file, for messages.</param>
    /// <param name="toolVersion">The version of Binex.</param>
    /// <param name="time">The clock that its time is measured by.</param>
    /// <param name="cancellationToken">Stops a template that does not come to an end.</param>
    public static (string? Text, string? Problem) Render(
        DiagnosticReport report, string template, string name, string toolVersion, TimeProvider time, CancellationToken cancellationToken) =>
        UserTemplate.Render(template, name, Model(report, toolVersion), text => text, time, cancellationToken);

    private static ScriptObject Model(DiagnosticReport report, string toolVersion) => new()
    {
        ["tool"] = new ScriptObject { ["name"] = "binex", ["version"] = toolVersion },
        ["files"] = new ScriptArray(report.Files.Select(TerminalText.SanitizeLine)),
        ["diagnostics"] = new ScriptArray(report.Diagnostics.Select(Finding)),
        ["summary"] = new ScriptObject
        {
            ["files"] = report.Files.Count,
            ["errors"] = report.Counts.Errors,
            ["warnings"] = report.Counts.Warnings,
            ["infos"] = report.Counts.Infos,
        },
    };

    private static ScriptObject Finding(Diagnostic diagnostic)
    {
        var finding = Place(diagnostic.Message, diagnostic.Location);
        finding["code"] = diagnostic.Code;
        finding["severity"] = FindingText.Word(diagnostic.Severity);
        finding["title"] = diagnostic.Descriptor.Title;
        finding["hint"] = Line(diagnostic.Hint);
        finding["help"] = diagnostic.Descriptor.HelpLink;
        finding["fix"] = Line(diagnostic.Fix?.Title);
        finding["related"] = new ScriptArray(diagnostic.Related.Select(related => Place(related.Message, related.Location)));
        return finding;
    }

    private static ScriptObject Place(string message, SourceLocation location) => new()
    {
        ["message"] = Line(message),
        ["file"] = Line(location.File),
        ["line"] = location.Range.Start.Line,
        ["column"] = location.Range.Start.Column,
        ["end_line"] = location.Range.End.Line,
        ["end_column"] = location.Range.End.Column,
    };

    // What stands in a workflow is hostile, and a template cannot be asked to clean it.
    private static string? Line(string? text) => text is null ? null : TerminalText.SanitizeLine(text);
}
