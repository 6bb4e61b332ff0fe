using Binex.Core.Costs;

namespace Binex.Core.Workflows;

/// <summary>The budget of a workflow.</summary>
public sealed record WorkflowBudget
{
    /// <summary>The cap of a run for which no budget is written anywhere: one dollar.</summary>
    public static Money DefaultMaxCost { get; } = new(1.00m);

    /// <summary>No limits of models or tags; one object, so that budgets without them are equal.</summary>
    public static IReadOnlyDictionary<string, BudgetCaps> NoGroups { get; } = new Dictionary<string, BudgetCaps>();

    /// <summary>
    /// Calls of one node, unless its budget says otherwise: a chain that calls itself is stopped even where calls are free.
    /// </summary>
    public const int DefaultCallsOfNode = 50;

    /// <summary>Calls of one run, unless its budget says otherwise.</summary>
    public const int DefaultCallsOfRun = 1000;

    /// <summary>The limits of the run.</summary>
    public BudgetCaps Caps { get; init; } = new() { MaxCost = DefaultMaxCost };

    /// <summary>What happens when a cap is reached.</summary>
    public BudgetPolicy Policy { get; init; } = BudgetPolicy.Stop;

    /// <summary>Whether models without a price may be called.</summary>
    public bool AllowUnpriced { get; init; }

    /// <summary>Whether token bounds may be estimates instead of sound bounds.</summary>
    public bool EstimateTokens { get; init; }

    /// <summary>Whether providers that can are asked how many tokens a request has.</summary>
    public bool CountTokens { get; init; }

    /// <summary>Whether an output limit may be lowered to make a call fit.</summary>
    public bool Shrink { get; init; } = true;

    /// <summary>Shares of the money cap at which the run says how much is spent, from 0 to 1.</summary>
    public IReadOnlyList<decimal> WarnAt { get; init; } = (decimal[])[0.5m, 0.8m];

    /// <summary>Limits of what all calls to a model cost together, by the model's name.</summary>
    public IReadOnlyDictionary<string, BudgetCaps> Models { get; init; } = NoGroups;

    /// <summary>Limits of what all nodes with a tag cost together, by the tag.</summary>
    public IReadOnlyDictionary<string, BudgetCaps> Tags { get; init; } = NoGroups;

    /// <summary>Whether somebody wrote a budget, or the default stands in.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The most calls that the run may make; there is always such a limit.</summary>
    public int CallsOfRun => CallsWithin(Caps, DefaultCallsOfRun);

    /// <summary>The most calls that a node may make; there is always such a limit.</summary>
    /// <param name="node">The node.</param>
    public int CallsOfNode(Node node) => CallsWithin(node.Budget, DefaultCallsOfNode);

    private int CallsWithin(BudgetCaps? caps, int standard) => Policy == BudgetPolicy.Stop && caps?.MaxCalls is { } calls ? calls : standard;
}
