using Binex.Core.Gates;
using Binex.Core.Plans;
using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;
using Binex.Core.Runs;

namespace Binex.Ci.Results;

/// <summary>What is known of one workflow after a build: what it can cost, what changed, how it ran.</summary>
/// <param name="Name">What it is called.</param>
public sealed record WorkflowResult(string Name)
{
    /// <summary>Its file; null when that is not known.</summary>
    public string? Path { get; init; }

    /// <summary>What it can cost; null when it was not planned.</summary>
    public Plan? Plan { get; init; }

    /// <summary>How that differs from what it was; null when it was not compared.</summary>
    public PlanDiff? Difference { get; init; }

    /// <summary>A run of it; null when it was not run.</summary>
    public RunReport? Report { get; init; }

    /// <summary>What its gates said.</summary>
    public IReadOnlyList<GateFinding> Gates { get; init; } = [];

    /// <summary>Why it could not be planned, compared or run, as sentences; empty when it could.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether somebody has to do something about it.</summary>
    public bool HasFailed => Problems.Count > 0 || Gates.Any(gate => gate.Verdict == GateVerdict.Failed) || (Report is { } report && report.Run.Status != RunStatus.Completed);

    /// <summary>Whether it was compared and something is other than it was.</summary>
    public bool HasChanged => Difference is { } difference
        && (difference.Changes.Any() || difference.Expected is { Usd: not 0 } || difference.Max is { Usd: not 0 });

    /// <summary>Whether there is anything to tell but that all is as it was.</summary>
    public bool IsNews => HasFailed || HasChanged || Report is not null || Difference is null;
}
