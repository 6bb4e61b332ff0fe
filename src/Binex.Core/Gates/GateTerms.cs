using Binex.Core.Configuration;
using Binex.Core.Costs;

namespace Binex.Core.Gates;

/// <summary>What a run is held against when it is over.</summary>
/// <param name="Limits">Its gates.</param>
/// <param name="Completed">How many earlier runs of its workflow on record completed.</param>
/// <param name="Failed">How many of those did not.</param>
public sealed record GateTerms(GateLimits Limits, int Completed, int Failed)
{
    /// <summary>What the runs that completed cost, as the median; null when there is none.</summary>
    public Money? UsualCost { get; init; }
}
