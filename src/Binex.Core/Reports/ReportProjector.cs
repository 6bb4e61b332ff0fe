using Binex.Core.Artifacts;
using Binex.Core.Gates;
using Binex.Core.Reports.Projection;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Core.Reports;

/// <summary>Makes the report of a run from its journal.</summary>
public static class ReportProjector
{
    /// <summary>
    /// Folds a journal into a report and loads the contents that it names. Every beginning of a journal gives a valid report: that
    /// of a run that still runs, or of one whose process ended.
    /// </summary>
    /// <param name="workflow">The workflow that was run.</param>
    /// <param name="entries">The journal, or its beginning.</param>
    /// <param name="artifacts">Where contents are kept.</param>
    /// <param name="options">What the report is made with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<RunReport> ProjectAsync(
        Workflow workflow, IReadOnlyList<JournalEntry> entries, IArtifactStore artifacts, ReportOptions options, CancellationToken cancellationToken)
    {
        var run = new RunFold(workflow);
        foreach (var entry in entries)
        {
            run.Apply(entry);
        }

        if (run.Completed is not null || !options.IsAlive)
        {
            run.Close();
        }
        else if (options.Now is { } now)
        {
            run.Clock.MoveTo(now);
        }

        var loaded = await ArtifactLoader.LoadAsync(run.Artifacts.All, artifacts, options, cancellationToken).ConfigureAwait(false);
        var report = ReportBuilder.Build(workflow, run, options) with { Artifacts = loaded };
        return Check(report, run, options.Gaps);
    }

    private static RunReport Gated(RunReport report, GateTerms? terms)
    {
        if (terms is null)
        {
            return report;
        }

        var gates = RunGates.Check(terms, report);
        var fails = report.Run.ExitCode == ExitCodes.Success && gates.Any(gate => gate.Verdict == GateVerdict.Failed);
        return report with { Gates = gates, Run = fails ? report.Run with { ExitCode = ExitCodes.GateFailed } : report.Run };
    }

    private static RunReport Check(RunReport report, RunFold run, JournalGaps gaps)
    {
        run.Notes.Tell(report.Run, gaps);
        if (run.StrangerCount > 0)
        {
            run.Notes.Warn(report.Run.StartedAt, $"the journal tells of {(run.StrangerCount == 1 ? "1 node" : $"{run.StrangerCount} nodes")} that the workflow does not have; was its file changed?");
        }

        if (run.Completed is { } completed && completed.Cost != report.Totals.Cost)
        {
            run.Notes.Warn(
                report.Run.StartedAt, $"the journal ends with a cost of {completed.Cost}, but the charges in it add up to {report.Totals.Cost}");
        }

        return Gated(report with { Notes = run.Notes.All }, run.Completed?.Gates);
    }
}
