using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Binex.MSBuild;

/// <summary>A line of the tool's format <c>msbuild</c>: a finding of a file, or a problem of the tool itself.</summary>
internal sealed class FindingLine
{
    private static readonly Regex Form = new(
        @"^(?:binex |(?<file>.+?)\((?<line>\d{1,9}),(?<column>\d{1,9}),(?<endLine>\d{1,9}),(?<endColumn>\d{1,9})\)): (?<severity>error|warning|info) (?<code>BNX\d{4}|BINEX\d{1,3}): (?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly Match _match;

    private FindingLine(Match match) => _match = match;

    /// <summary>Reads a line; null when it is none of these.</summary>
    public static FindingLine? Read(string line) => Form.Match(line) is { Success: true } match ? new FindingLine(match) : null;

    /// <summary>Logs it.</summary>
    /// <param name="log">The task's log.</param>
    /// <param name="warningsAreErrors">Whether a warning is logged as an error.</param>
    /// <param name="folder">Full path of the folder from which its file is named.</param>
    /// <param name="documentation">Full path of the folder that has the pages of the codes.</param>
    public void Log(TaskLoggingHelper log, bool warningsAreErrors, string folder, string documentation)
    {
        var file = Text("file") is { Length: > 0 } name ? Path.GetFullPath(Path.Combine(folder, name)) : null;
        var code = Text("code");
        var page = code.StartsWith("BNX", StringComparison.Ordinal) ? Path.Combine("diagnostics", $"{code}.md") : "cli.md";
        var help = new Uri(Path.Combine(documentation, page)).AbsoluteUri;
        var (line, column, endLine, endColumn) = (Number("line"), Number("column"), Number("endLine"), Number("endColumn"));
        var isWarning = Text("severity") == "warning";
        if (Text("severity") == "error" || (isWarning && warningsAreErrors))
        {
            log.LogError(null, code, code, help, file, line, column, endLine, endColumn, Text("text"));
        }
        else if (isWarning)
        {
            log.LogWarning(null, code, code, help, file, line, column, endLine, endColumn, Text("text"));
        }
        else
        {
            log.LogMessage(null, code, code, file, line, column, endLine, endColumn, MessageImportance.Normal, Text("text"));
        }
    }

    private string Text(string group) => _match.Groups[group].Value;

    private int Number(string group) => Text(group) is { Length: > 0 } digits ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
