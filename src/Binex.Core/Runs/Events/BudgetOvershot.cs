using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary><c>budget.overshot</c>: a provider billed, or counted, more than was held; the run stops, unless that was an estimate and every cap held.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Call">Number of the call within the run.</param>
/// <param name="Held">What was held.</param>
/// <param name="Billed">What was billed.</param>
public sealed record BudgetOvershot(string Node, long Call, Money Held, Money Billed) : RunEvent
{
    /// <summary>Whether an estimate was passed and every cap held all the same: then the run goes on.</summary>
    public bool Estimated { get; init; }

    /// <summary>The tokens that were held, where a cap on tokens was passed; null where none was.</summary>
    public long? HeldTokens { get; init; }

    /// <summary>The tokens that were counted, where a cap on tokens was passed; null where none was.</summary>
    public long? CountedTokens { get; init; }

    /// <inheritdoc/>
    public override bool IsDurable => true;
}
