using Binex.Core.Costs;

namespace Binex.Core.Reports;

/// <summary>What a node could cost by the plan of its run, and what it did cost.</summary>
/// <param name="Node">Its id.</param>
/// <param name="Min">At least, where the run completes.</param>
/// <param name="Expected">What was to be expected; null when there was nothing to go by.</param>
/// <param name="Max">The worst case; null when it has no bound.</param>
/// <param name="MaxCalls">The most calls.</param>
/// <param name="Cost">What it cost.</param>
/// <param name="Calls">The calls it made.</param>
public sealed record ReportPlanNode(string Node, Money Min, Money? Expected, Money? Max, long MaxCalls, Money Cost, int Calls);
