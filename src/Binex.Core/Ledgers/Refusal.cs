using Binex.Core.Prices;

namespace Binex.Core.Ledgers;

/// <summary>Why a call was not allowed, with the whole arithmetic.</summary>
/// <param name="Account">Path of the account that has no room.</param>
/// <param name="Metric">Which of its limits.</param>
/// <param name="Limit">The limit: dollars, tokens or calls.</param>
/// <param name="Spent">What was settled.</param>
/// <param name="Held">What is held for other calls.</param>
/// <param name="Needed">The least that the call needs.</param>
/// <param name="Bound">What the need is made of.</param>
public sealed record Refusal(
    string Account, RefusedMetric Metric, decimal Limit, decimal Spent, decimal Held, decimal Needed, CallBound Bound)
{
    /// <summary>What would make the call fit; null as long as nobody has looked.</summary>
    public RefusalRemedy? Remedy { get; init; }

    /// <summary>What the account has left; below zero when it was overspent.</summary>
    public decimal Room => Limit - Spent - Held;
}
