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
        [".html"] = report => HtmlReport.Render(report),
        [".json"] = report => System.Text.Encoding.UTF8.GetString(ReportJson.Write(report)),
        [".md"] = MarkdownReport.Render,
        [".xml"] = JUnitReport.Render,
        [".txt"] = report => TextReport.Render(report),
    };

    /// <summary>What is wrong with a path for a report, as far as it can be known before the run; null when it will do.</summary>
    /// <param name="path">The full path.</param>
    public static string? ProblemWith(string path) => ProblemWith(path, Forms.Keys);

    /// <summary>As <see cref="ProblemWith(string)"/>, for other forms.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="suffixes">The suffixes that it may have; null for any.</param>
    public static string? ProblemWith(string path, IEnumerable<string>? suffixes)
    {
        if (suffixes?.Contains(Path.GetExtension(path).ToLowerInvariant()) == false)
        {
            return $"'{path}' does not say which report is wanted; its suffix must be one of {string.Join(" ", suffixes)}";
        }

        if (Directory.Exists(path))
        {
            return $"no report can be written to '{path}', which is a folder";
        }

        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                return $"no report can be written to '{path}', because '{folder}' is a file and no folder";
            }
        }

        return null;
    }

    /// <summary>The report of a run, by as much of its journal as can be read.</summary>
    public static Task<RunReport> ProjectAsync(RunStore store, RunDirectory directory, Workflow workflow, CancellationToken cancellationToken, bool whole = false)
    {
        var isAlive = directory.IsRunning;
        var reading = directory.ReadJournal();
        var options = new ReportOptions
        {
            ToolVersion = ToolVersion.Text,
            RunId = directory.RunId,
            IsAlive = isAlive,
            ContentLimit = whole ? int.MaxValue : ReportOptions.DefaultContentLimit,
            TotalContentLimit = whole ? long.MaxValue : ReportOptions.DefaultTotalContentLimit,
            Gaps = new JournalGaps(reading.UnknownEvents, isAlive ? 0 : reading.DroppedBytes, reading.Problem?.Message),
        };
        return ReportProjector.ProjectAsync(workflow, reading.Entries, store.Artifacts, options, cancellationToken);
    }

    /// <summary>Writes a report in the form that the path's suffix says.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The full path.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="withTexts">Whether a page has the full texts in a folder beside it.</param>
    public static async Task WriteAsync(RunReport report, string path, CancellationToken cancellationToken, bool withTexts = false)
    {
        if (!withTexts)
        {
            await WriteTextAsync(Forms[Path.GetExtension(path).ToLowerInvariant()](report), path, cancellationToken);
            return;
        }

        var folder = Path.GetFileNameWithoutExtension(path) + ".texts";
        await WriteTextAsync(HtmlReport.Render(report, folder), path, cancellationToken);
        await FullTexts.WriteAsync(report, Path.Join(Path.GetDirectoryName(path), folder), cancellationToken);
    }

    /// <summary>Writes a text to a file, and makes its folder.</summary>
    public static async Task WriteTextAsync(string text, string path, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await File.WriteAllTextAsync(path, text, cancellationToken);
    }
}
