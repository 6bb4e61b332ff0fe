using Binex.Core.Costs;

namespace Binex.Core.Reports;

/// <summary>What a node could cost by the plan of its run, and what it did cost.</summary>
/// <param name="Node">Its id.</param>
/// <param name="Min">At least, where the run completes.</param>
/// <param name="MaxCalls">The most calls.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Calls">The calls it made.</param>
public sealed record ReportPlanNode(string Node, Money Min, long MaxCalls, Money Cost, int Calls)
{
    /// <summary>What was to be expected; null when there was nothing to go by.</summary>
    public Money? Expected { get; init; }

    /// <summary>The worst case; null when it has no bound.</summary>
    public Money? Max { get; init; }
}
