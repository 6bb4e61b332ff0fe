using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary>What a node could cost by the plan that was made before the run.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Min">At least, where the run completes.</param>
/// <param name="MaxCalls">The most calls.</param>
public sealed record PlannedNode(string Node, Money Min, long MaxCalls)
{
    /// <summary>What was to be expected; null when there was nothing to go by.</summary>
    public Money? Expected { get; init; }

    /// <summary>The worst case; null when it has no bound.</summary>
    public Money? Max { get; init; }
}
