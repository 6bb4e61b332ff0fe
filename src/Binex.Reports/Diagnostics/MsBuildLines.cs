using System.Text;
using Binex.Core.Diagnostics;
using Binex.Core.Gates;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Reports.Views;

namespace Binex.Reports.Diagnostics;

/// <summary>
/// Shows findings as compilers do, in the form that MSBuild and editors recognise: <c>path(line,column,endLine,endColumn): error
/// BNX1003: text</c>, one line each. MSBuild knows errors and warnings; remarks are lines of its log. What is no finding of a file has
/// the code <c>BINEX</c> and an exit code.
/// </summary>
public static class MsBuildLines
{
    /// <summary>The findings as lines.</summary>
    public static string Render(DiagnosticReport report)
    {
        var lines = new StringBuilder();
        foreach (var diagnostic in report.Diagnostics)
        {
            var (start, end) = diagnostic.Location.Range;
            lines.Append(LogText.Line(diagnostic.Location.File))
                .Append('(').Append(start.Line).Append(',').Append(start.Column).Append(',').Append(end.Line).Append(',').Append(end.Column)
                .Append("): ").Append(FindingText.Word(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(": ")
                .Append(FindingText.OneLine(diagnostic)).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>The gates that do not hold as errors, and those that could not be checked as remarks.</summary>
    /// <param name="findings">What the gates say.</param>
    /// <param name="workflow">Path of the workflow, for a gate that no single node broke.</param>
    public static string Render(IReadOnlyList<GateFinding> findings, string workflow) => string.Concat(findings
        .Where(finding => finding.Verdict != GateVerdict.Passed)
        .Select(finding => finding.Verdict == GateVerdict.Failed
            ? Line(finding.Location, workflow, "error", ExitCodes.GateFailed, $"gate {finding.Gate} failed: {finding.Message}")
            : Line(finding.Location, workflow, "info", ExitCodes.Success, $"gate {finding.Gate} was not checked: {finding.Message}")));

    /// <summary>How a run ended, with the nodes that did not end well: errors where the run failed, warnings where it went on without them.</summary>
    public static string Render(RunReport report)
    {
        var exitCode = report.Run.ExitCode ?? ExitCodes.Success;
        var (word, code) = exitCode == ExitCodes.Success ? ("warning", ExitCodes.RunFailed) : ("error", exitCode);
        var nodes = report.Nodes.Where(node => node.Status is NodeStatus.Failed or NodeStatus.Refused).Select(node => Line(
            node.Location, report.Source.Path, word, code, $"node '{node.Id}' {(node.Status == NodeStatus.Failed ? "failed" : "was refused")}: {node.Reason}"));
        var lines = string.Concat(nodes);
        var end = $"run {report.Run.Id} of {report.Source.Path} {(exitCode == ExitCodes.Success ? "completed" : $"ended with exit code {exitCode}")}: "
            + $"cost {report.Totals.Cost}, {Words.Counted(report.Totals.Calls, "call")}{(report.Run.Simulated ? ", simulated" : "")}";
        return exitCode != ExitCodes.Success && lines.Length == 0
            ? Line(null, report.Source.Path, word, code, end)
            : $"{lines}{LogText.Line(end)}\n";
    }

    /// <summary>A problem of the command itself as a line.</summary>
    public static string Problem(string message, int exitCode) => $"binex : error BINEX{exitCode}: {LogText.Line(message)}\n";

    // A place is a file, a line and a column, joined by colons.
    private static string Line(string? place, string file, string word, int exitCode, string message)
    {
        var parts = (place ?? $"{file}:1:1").Split(':');
        var position = $"{parts[^2]},{parts[^1]}";
        return LogText.Line($"{string.Join(':', parts[..^2])}({position},{position}): {word} BINEX{exitCode}: {message}") + "\n";
    }
}
