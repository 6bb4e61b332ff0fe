using Binex.Core.Costs;
using Binex.Core.Plans;

namespace Binex.Core.Runs.Events;

/// <summary><c>run.planned</c>: what the run can cost by its plan, said before anything is paid.</summary>
/// <param name="Min">At least, where it completes.</param>
/// <param name="Expected">What is to be expected; null when there is nothing to go by.</param>
/// <param name="Max">The worst case; null when it has no bound.</param>
/// <param name="Nodes">The nodes that can cost something or make calls, in document order.</param>
public sealed record RunPlanned(Money Min, Money? Expected, Money? Max, IReadOnlyList<PlannedNode> Nodes) : RunEvent
{
    /// <summary>The fact that a plan is.</summary>
    /// <param name="plan">The plan.</param>
    public static RunPlanned Of(Plan plan) => new(plan.Bounds.Min, plan.Bounds.Expected, plan.Bounds.Max,
    [
        .. plan.Nodes.Where(node => node.Calls.Max > 0 || node.Bounds != PlanBounds.Zero)
            .Select(node => new PlannedNode(node.Id, node.Bounds.Min, node.Bounds.Expected, node.Bounds.Max, node.Calls.Max)),
    ]);
}
