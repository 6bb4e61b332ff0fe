using Binex.Core.Costs;
using Binex.Core.Runs.Events;

namespace Binex.Store.Costs;

/// <summary>What a run paid for one call.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Model">The model that was asked.</param>
/// <param name="At">When it was charged; UTC.</param>
/// <param name="Cost">The charge.</param>
public sealed record RunCharge(string Node, string Model, DateTimeOffset At, Money Cost)
{
    /// <summary>What was held for it.</summary>
    public Money Held { get; init; }

    /// <summary>How it ended.</summary>
    public CallOutcome Outcome { get; init; }

    /// <summary>Tokens by the provider's count; null when it gave none.</summary>
    public TokenUsage? Usage { get; init; }
}
