using System.Text;
using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Reports.Diagnostics;

/// <summary>
/// Shows findings as compilers do, in the form that MSBuild and editors recognise: <c>path(line,column,endLine,endColumn): error
/// BNX1003: text</c>, one line each. MSBuild knows errors and warnings; remarks are lines of its log.
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
            lines.Append(TerminalText.SanitizeLine(diagnostic.Location.File))
                .Append('(').Append(start.Line).Append(',').Append(start.Column).Append(',').Append(end.Line).Append(',').Append(end.Column)
                .Append("): ").Append(FindingText.Word(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(": ")
                .Append(FindingText.OneLine(diagnostic)).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>A problem of the command itself as a line; its code is <c>BINEX</c> and the exit code.</summary>
    public static string Problem(string message, int exitCode) => $"binex : error BINEX{exitCode}: {TerminalText.SanitizeLine(message)}\n";
}
