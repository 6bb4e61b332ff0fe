using Binex.Core.Costs;
using Binex.Core.Text;

namespace Binex.Core.Plans;

/// <summary>What a node can cost.</summary>
/// <param name="Id">The node's id.</param>
/// <param name="Agent">Its agent's URI.</param>
/// <param name="Bounds">Its cost over the whole run.</param>
public sealed record NodePlan(string Id, string Agent, PlanBounds Bounds)
{
    /// <summary>The model that it asks; null when it asks none.</summary>
    public string? Model { get; init; }

    /// <summary>Where its id is written.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Its calls over the whole run.</summary>
    public PlanCalls Calls { get; init; } = PlanCalls.None;

    /// <summary>Upper bound of the tokens of one request; null when there is none.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Output limit of one call in tokens.</summary>
    public int OutputTokens { get; init; }

    /// <summary>Tokens of all its requests over the whole run.</summary>
    public PlanTokens Input { get; init; } = PlanTokens.None;

    /// <summary>Tokens of all its answers over the whole run.</summary>
    public PlanTokens Output { get; init; } = PlanTokens.None;

    /// <summary>Its part of the worst case of the run, from 0 to 1; null when that is not known or nothing.</summary>
    public decimal? Share { get; init; }

    /// <summary>What a budget must have left for its first call, at least; zero when it may not run; null when its model has no price.</summary>
    public Money? MinimumBudget { get; init; } = Money.Zero;

    /// <summary>What its worst case is made of; empty when it has none or costs nothing.</summary>
    public IReadOnlyList<PlanGroup> Worst { get; init; } = [];

    /// <summary>What there is to know about its numbers, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What its numbers come from, by which two plans are compared.</summary>
    public NodeContent? Content { get; init; }
}
