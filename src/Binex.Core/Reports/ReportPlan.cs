using Binex.Core.Costs;

namespace Binex.Core.Reports;

/// <summary>What a run could cost by its plan, beside what it did.</summary>
/// <param name="Max">The worst case; null when it has no bound.</param>
public sealed record ReportPlan(Money? Max = null)
{
    /// <summary>At least, where the run completes; null when the plan was not kept.</summary>
    public Money? Min { get; init; }

    /// <summary>What was to be expected; null when there was nothing to go by.</summary>
    public Money? Expected { get; init; }

    /// <summary>The nodes that could cost something or make calls, in document order; empty when the plan was not kept.</summary>
    public IReadOnlyList<ReportPlanNode> Nodes { get; init; } = [];
}
