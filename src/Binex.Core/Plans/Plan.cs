using Binex.Core.Costs;

namespace Binex.Core.Plans;

/// <summary>What a workflow can cost before it runs.</summary>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Bounds">The cost of one run: the sum over its nodes.</param>
/// <param name="Nodes">Its nodes, in document order.</param>
public sealed record Plan(string Workflow, PlanBounds Bounds, IReadOnlyList<NodePlan> Nodes)
{
    /// <summary>The worst case under the caps that are in force; null when neither the worst case nor a cap bounds it.</summary>
    public Money? Capped { get; init; }

    /// <summary>Models without a price, in the order in which they are first asked.</summary>
    public IReadOnlyList<UnpricedModel> Unpriced { get; init; } = [];

    /// <summary>What must hold for the worst case to be one, as sentences.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];
}
