using Binex.Core.Costs;

namespace Binex.Core.Reports;

/// <summary>What a run could cost by its plan.</summary>
/// <param name="Max">The worst case; null when it has no bound.</param>
public sealed record ReportPlan(Money? Max);
