using Binex.Core.Diagnostics;
using Binex.Core.Runs;
using Binex.Reports.Diagnostics;

namespace Binex.Cli.Output;

/// <summary>The formats of findings for other programs. Apart from text and JSON, so that a plain check does not load what they need.</summary>
internal static class MachineFormats
{
    /// <summary>Findings in a format, or why there are none.</summary>
    /// <param name="context">What the process gives.</param>
    /// <param name="format">The format.</param>
    /// <param name="report">The findings.</param>
    /// <param name="worst">The mildest severity that fails the command.</param>
    /// <param name="template">The file of a template, as the user gave it.</param>
    public static (string? Text, CliProblem? Problem) Render(
        CliContext context, OutputFormat format, DiagnosticReport report, DiagnosticSeverity worst, string? template) => format switch
        {
            OutputFormat.Sarif => (SarifReport.Render(report, ToolVersion.Text, DiagnosticPages.TextOf), null),
            OutputFormat.GitHub => (GitHubAnnotations.Render(report), null),
            OutputFormat.MsBuild => (MsBuildLines.Render(report), null),
            OutputFormat.JUnit => (JUnitFindings.Render(report, worst), null),
            _ => RenderTemplate(context, report, template!),
        };

    /// <summary>A problem of the command in a format of stdout; null where it is said on stderr.</summary>
    public static string? Problem(OutputFormat format, CliProblem problem)
    {
        var sentence = problem.Hint is { } hint ? $"{problem.Message}; {hint}" : problem.Message;
        return format switch
        {
            OutputFormat.Sarif => SarifReport.Problem(sentence, problem.ExitCode, ToolVersion.Text),
            OutputFormat.GitHub => GitHubAnnotations.Problem(sentence),
            OutputFormat.MsBuild => MsBuildLines.Problem(sentence, problem.ExitCode),
            _ => null,
        };
    }

    private static (string? Text, CliProblem? Problem) RenderTemplate(CliContext context, DiagnosticReport report, string file)
    {
        var path = context.FullPath(file);
        if (!File.Exists(path))
        {
            return (null, new CliProblem(ExitCodes.NothingRun, $"there is no template '{file}'", "write --format template:FILE with the path of a Scriban template"));
        }

        var (text, problem) = FindingsTemplate.Render(report, File.ReadAllText(path), file, ToolVersion.Text, context.Time, context.Cancelled);
        return problem is null ? (text, null) : (null, new CliProblem(ExitCodes.NothingRun, $"the template cannot be used: {problem}"));
    }
}
