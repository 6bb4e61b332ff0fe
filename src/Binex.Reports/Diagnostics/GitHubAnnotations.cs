using System.Text;
using Binex.Core.Diagnostics;
using Binex.Core.Text;

namespace Binex.Reports.Diagnostics;

/// <summary>
/// Shows findings as workflow commands of GitHub Actions, which a runner turns into annotations of the lines. What stands in a file
/// cannot begin a command of its own: each command is one line, and its parts are escaped.
/// </summary>
public static class GitHubAnnotations
{
    /// <summary>The findings as commands, a line each.</summary>
    public static string Render(DiagnosticReport report)
    {
        var commands = new StringBuilder();
        foreach (var diagnostic in report.Diagnostics)
        {
            var message = diagnostic.Hint is { } hint ? $"{diagnostic.Message}\n{hint}" : diagnostic.Message;
            commands.Append(One(diagnostic.Severity, $"{diagnostic.Code}: {diagnostic.Descriptor.Title}", message, report.Folder, diagnostic.Location));
        }

        return commands.ToString();
    }

    /// <summary>One annotation, as a line.</summary>
    /// <param name="severity">How bad it is.</param>
    /// <param name="title">What stands above it.</param>
    /// <param name="message">What it says.</param>
    /// <param name="folder">Full path of the folder from which files are named.</param>
    /// <param name="location">Where it belongs; null for no place.</param>
    public static string One(DiagnosticSeverity severity, string title, string message, string folder, SourceLocation? location)
    {
        var command = new StringBuilder("::").Append(Command(severity)).Append(' ');
        if (location is not null)
        {
            AppendPlace(command, folder, location);
            command.Append(',');
        }

        return command.Append("title=").Append(Property(title)).Append("::").Append(Data(message)).Append('\n').ToString();
    }

    /// <summary>A problem of the command itself as a command.</summary>
    public static string Problem(string message) => $"::error title=binex::{Data(message)}\n";

    private static string Command(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "notice",
    };

    // Columns belong to a single line: a runner refuses them beside an end on another one.
    private static void AppendPlace(StringBuilder commands, string folder, SourceLocation location)
    {
        var (start, end) = location.Range;
        commands.Append("file=").Append(Property(FilePaths.Inside(folder, location.File) ?? location.File))
            .Append(",line=").Append(start.Line).Append(",endLine=").Append(end.Line);
        if (start.Line == end.Line)
        {
            commands.Append(",col=").Append(start.Column).Append(",endColumn=").Append(end.Column);
        }
    }

    private static string Data(string text) => TerminalText.Sanitize(text)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
