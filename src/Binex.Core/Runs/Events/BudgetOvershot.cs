using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary><c>budget.overshot</c>: a provider billed more than the worst case that was held; the run stops.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Call">Number of the call within the run.</param>
/// <param name="Held">What was held.</param>
/// <param name="Billed">What was billed.</param>
public sealed record BudgetOvershot(string Node, long Call, Money Held, Money Billed) : RunEvent
{
    /// <inheritdoc/>
    public override bool IsDurable => true;
}
