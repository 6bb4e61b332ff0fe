using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Runs;

namespace Binex.Reports.Indexes;

/// <summary>A run as the index of many shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Status">How it ended, or where it stands.</param>
/// <param name="StartedAt">When it began; UTC.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="Cost">What it cost.</param>
public sealed record IndexedRun(string Id, string Workflow, RunStatus Status, DateTimeOffset StartedAt, long DurationMs, Money Cost)
{
    /// <summary>Where its own report is, as the index refers to it; null for nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>The calls that it sent.</summary>
    public int Calls { get; init; }

    /// <summary>Whether its models were simulated.</summary>
    public bool Simulated { get; init; }

    /// <summary>What it used of each model.</summary>
    public IReadOnlyList<ReportModel> Models { get; init; } = [];

    /// <summary>The run of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="href">Where it is, as the index refers to it.</param>
    public static IndexedRun Of(RunReport report, string? href) =>
        new(report.Run.Id, report.Run.Workflow, report.Run.Status, report.Run.StartedAt, report.Run.DurationMs, report.Totals.Cost)
        {
            Href = href,
            Calls = report.Totals.Calls,
            Simulated = report.Run.Simulated,
            Models = report.Models,
        };
}
