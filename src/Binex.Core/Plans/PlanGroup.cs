using Binex.Core.Costs;
using Binex.Core.Prices;

namespace Binex.Core.Plans;

/// <summary>Calls of a node that have the same worst case: the arithmetic of its bound.</summary>
/// <param name="Calls">How many there are at most.</param>
/// <param name="Bound">The worst case of one.</param>
public sealed record PlanGroup(long Calls, CallBound Bound)
{
    /// <summary>The worst case of all.</summary>
    public Money Max => Bound.Max * Calls;
}
