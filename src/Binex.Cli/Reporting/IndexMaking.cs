using System.Globalization;
using Binex.Cli.Output;
using Binex.Cli.Projects;
using Binex.Cli.Running;
using Binex.Core.Runs;
using Binex.Core.Text;
using Binex.Reports;
using Binex.Reports.Indexes;
using Binex.Store.Runs;

namespace Binex.Cli.Reporting;

/// <summary>Makes a site over the runs of a store: a page over all, and the report of each.</summary>
internal sealed class IndexMaking(CliContext context, Printer printer, Project project, RunStore store)
{
    private const int DefaultMost = 500;
    private const string RunFolder = "runs";

    /// <summary>Writes the site; returns the exit code.</summary>
    /// <param name="folder">Full path of its folder.</param>
    /// <param name="last">How many of the newest runs, as the user wrote it; null for the default.</param>
    public async Task<int> ExecuteAsync(string folder, string? last)
    {
        var most = DefaultMost;
        if (last is not null && !(int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most > 0))
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, $"--last takes a number of runs, and not '{last}'"));
        }

        var page = Path.Join(folder, "index.html");
        if (ReportFiles.ProblemWith(page, [".html"]) is { } bad)
        {
            return printer.Fail(new CliProblem(ExitCodes.NothingRun, bad));
        }

        var runs = new List<IndexedRun>();
        foreach (var summary in store.Enumerate().Take(most))
        {
            runs.Add(await WriteAsync(summary, folder));
        }

        await ReportFiles.WriteTextAsync(IndexReport.Render(runs, ToolVersion.Text), page, context.Cancelled);
        if (printer.IsJson)
        {
            printer.PrintJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("schemaVersion", 1);
                writer.WriteString("page", page);
                writer.WriteNumber("runs", runs.Count);
                writer.WriteEndObject();
            });
        }
        else
        {
            context.Console.Out.WriteLine($"wrote {Path.GetRelativePath(context.WorkingFolder, page)} over {runs.Count} run{(runs.Count == 1 ? "" : "s")}");
        }

        return ExitCodes.Success;
    }

    // A run whose report cannot be made is listed all the same, by what its journal says, and said to be so.
    private async Task<IndexedRun> WriteAsync(RunSummary summary, string folder)
    {
        var (report, problem) = await ReportReading.ReadAsync(context, project, store, summary.Id);
        if (report is null)
        {
            context.Console.Error.WriteLine($"warning: run {summary.Id} has no report: {TerminalText.SanitizeLine(problem!.Message)}");
            return new IndexedRun(summary.Id, summary.Workflow, summary.Status, summary.StartedAt ?? default, (long)(summary.Duration?.TotalMilliseconds ?? 0), summary.Cost)
            {
                Simulated = summary.Simulated,
            };
        }

        var name = $"{summary.Id}.html";
        await ReportFiles.WriteAsync(report, Path.Join(folder, RunFolder, name), context.Cancelled);
        return IndexedRun.Of(report, $"{RunFolder}/{name}");
    }
}
