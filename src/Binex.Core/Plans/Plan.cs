using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Reports;

namespace Binex.Core.Plans;

/// <summary>What a workflow can cost before it runs.</summary>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Bounds">The cost of one run: the sum over its nodes.</param>
/// <param name="Nodes">Its nodes, in document order.</param>
public sealed record Plan(string Workflow, PlanBounds Bounds, IReadOnlyList<NodePlan> Nodes)
{
    /// <summary>Version of this format.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>What made it; null for a plan that goes nowhere.</summary>
    public ReportTool? Tool { get; init; }

    /// <summary>The prices in effect.</summary>
    public ReportPriceBook? PriceBook { get; init; }

    /// <summary>The workflow's file; null when it has none.</summary>
    public PlanSource? Source { get; init; }

    /// <summary>Calls of one run.</summary>
    public PlanCalls Calls { get; init; } = PlanCalls.None;

    /// <summary>Tokens of all requests of one run.</summary>
    public PlanTokens Input { get; init; } = PlanTokens.None;

    /// <summary>Tokens of all answers of one run.</summary>
    public PlanTokens Output { get; init; } = PlanTokens.None;

    /// <summary>How long a run can take.</summary>
    public PlanDuration Duration { get; init; } = new();

    /// <summary>
    /// The share of sound bounds at which requests are taken, from 0 to 1, when token bounds are estimates; null when they are sound.
    /// </summary>
    public decimal? InputShare { get; init; }

    /// <summary>The worst case under the caps that are in force; null when neither the worst case nor a cap bounds it.</summary>
    public Money? Capped { get; init; }

    /// <summary>With a smaller budget than this no run can complete; null when a model has no price.</summary>
    public Money? MinimumBudget { get; init; }

    /// <summary>Id of the node with the largest worst case, or of the first that has none; null when nothing costs anything.</summary>
    public string? Dominant { get; init; }

    /// <summary>Models without a price, in the order in which they are first asked.</summary>
    public IReadOnlyList<UnpricedModel> Unpriced { get; init; } = [];

    /// <summary>What must hold for the worst case to be one, as sentences.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>What the gates say of it; empty when there are none.</summary>
    public IReadOnlyList<GateFinding> Gates { get; init; } = [];
}
