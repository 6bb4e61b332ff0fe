using Binex.Core.Costs;

namespace Binex.Core.Workflows;

/// <summary>Limits of a run or a node. A limit that is null does not hold.</summary>
public sealed record BudgetCaps
{
    /// <summary>Money.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>Tokens, those of requests and answers together.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Calls of models.</summary>
    public int? MaxCalls { get; init; }

    /// <summary>Wall time.</summary>
    public TimeSpan? MaxDuration { get; init; }
}
