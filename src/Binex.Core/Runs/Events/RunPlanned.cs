using Binex.Core.Costs;
using Binex.Core.Plans;

namespace Binex.Core.Runs.Events;

/// <summary><c>run.planned</c>: what the run can cost by its plan, said before anything is paid.</summary>
/// <param name="Min">At least, where it completes.</param>
/// <param name="Nodes">The nodes that can cost something or make calls, in document order.</param>
public sealed record RunPlanned(Money Min, IReadOnlyList<PlannedNode> Nodes) : RunEvent
{
    /// <summary>What is to be expected; null when there is nothing to go by.</summary>
    public Money? Expected { get; init; }

    /// <summary>The worst case; null when it has no bound.</summary>
    public Money? Max { get; init; }

    /// <summary>
    /// The share of sound bounds at which requests are taken, from 0 to 1, when token bounds are estimates; null when they are sound.
    /// </summary>
    public decimal? InputShare { get; init; }

    /// <summary>The models without a price, whose calls cost nothing in every amount; null when there is none.</summary>
    public IReadOnlyList<string>? Unpriced { get; init; }

    /// <summary>The fact that a plan is.</summary>
    /// <param name="plan">The plan.</param>
    public static RunPlanned Of(Plan plan) => new(
        plan.Bounds.Min,
        [
            .. plan.Nodes.Where(node => node.Calls.Max > 0 || node.Bounds != PlanBounds.Zero)
                .Select(node => new PlannedNode(node.Id, node.Bounds.Min, node.Calls.Max) { Expected = node.Bounds.Expected, Max = node.Bounds.Max }),
        ])
    {
        Expected = plan.Bounds.Expected,
        Max = plan.Bounds.Max,
        InputShare = plan.InputShare,
        Unpriced = plan.Unpriced.Count == 0 ? null : [.. plan.Unpriced.Select(unpriced => unpriced.Model)],
    };
}
