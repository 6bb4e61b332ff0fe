using Binex.Core.Costs;

namespace Binex.Core.Reports;

/// <summary>Sums over all nodes of a run.</summary>
/// <param name="Cost">Money spent.</param>
/// <param name="Tokens">Tokens used.</param>
/// <param name="Calls">Calls sent.</param>
/// <param name="Retries">Calls sent again and attempts after the first.</param>
/// <param name="Reused">Nodes taken over from other runs.</param>
/// <param name="SavedCost">What those, and calls that were answered from what is kept, would have cost.</param>
public sealed record ReportTotals(Money Cost, ReportTokens Tokens, int Calls, int Retries, int Reused, Money SavedCost)
{
    /// <summary>The currency of all money in the report.</summary>
    public string Currency { get; init; } = "USD";
}
