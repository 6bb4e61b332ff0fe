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

    /// <summary>The bound of its request in tokens, by which money was held; zero when that is not on record.</summary>
    public long InputBound { get; init; }

    /// <summary>The share of the sound bound that this is; 1 where it is the sound bound.</summary>
    public decimal InputShare { get; init; } = 1;

    /// <summary>How it ended.</summary>
    public CallOutcome Outcome { get; init; }

    /// <summary>Tokens by the provider's count; null when it gave none.</summary>
    public TokenUsage? Usage { get; init; }
}
