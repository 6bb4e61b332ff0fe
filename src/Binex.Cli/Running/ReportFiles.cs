using Binex.Core.Reports;
using Binex.Core.Workflows;
using Binex.Reports;
using Binex.Store.Runs;

namespace Binex.Cli.Running;

/// <summary>Makes reports and writes them to files; a file's suffix says which form it has.</summary>
internal static class ReportFiles
{
    /// <summary>The suffixes and the forms they stand for.</summary>
    public static IReadOnlyDictionary<string, Func<RunReport, string>> Forms { get; } = new Dictionary<string, Func<RunReport, string>>
    {
        [".html"] = HtmlReport.Render,
        [".json"] = report => System.Text.Encoding.UTF8.GetString(ReportJson.Write(report)),
        [".md"] = MarkdownReport.Render,
        [".xml"] = JUnitReport.Render,
        [".txt"] = report => TextReport.Render(report),
    };

    /// <summary>What is wrong with a path for a report; null when it will do.</summary>
    public static string? ProblemWith(string path) => Forms.ContainsKey(Path.GetExtension(path).ToLowerInvariant())
        ? null
        : $"'{path}' does not say which report is wanted; its suffix must be one of {string.Join(" ", Forms.Keys)}";

    /// <summary>The report of a run, by its journal.</summary>
    public static Task<RunReport> ProjectAsync(RunStore store, RunDirectory directory, Workflow workflow, CancellationToken cancellationToken) =>
        ReportProjector.ProjectAsync(
            workflow, directory.ReadJournal().Entries, store.Artifacts, new ReportOptions { ToolVersion = ToolVersion.Text, IsAlive = directory.IsRunning }, cancellationToken);

    /// <summary>Writes a report in the form that the path's suffix says.</summary>
    public static async Task WriteAsync(RunReport report, string path, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await File.WriteAllTextAsync(path, Forms[Path.GetExtension(path).ToLowerInvariant()](report), cancellationToken);
    }
}
