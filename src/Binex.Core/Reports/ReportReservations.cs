using Binex.Core.Costs;

namespace Binex.Core.Reports;

/// <summary>What was held for calls against what they were charged.</summary>
/// <param name="Calls">Calls for which money was held and that are settled.</param>
/// <param name="Held">What was held for them.</param>
/// <param name="Settled">What they were charged.</param>
/// <param name="Efficiency">The part of what was held that was charged; null when nothing was held.</param>
public sealed record ReportReservations(int Calls, Money Held, Money Settled, decimal? Efficiency = null);
