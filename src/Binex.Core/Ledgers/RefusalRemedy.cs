namespace Binex.Core.Ledgers;

/// <summary>What would make a refused call fit; each by itself is enough.</summary>
/// <param name="Cap">The least cap of the account that would do: dollars, tokens or calls.</param>
public sealed record RefusalRemedy(decimal Cap)
{
    /// <summary>The largest output limit that would do; null when no answer fits, however short, or when calls are what is short.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>The dearest model of the same provider that would do; null when there is none.</summary>
    public string? Model { get; init; }

    /// <summary>The least that a call to it needs, in dollars; null without one.</summary>
    public decimal? ModelNeeds { get; init; }

    /// <summary>What can be said by the arithmetic of the refusal alone.</summary>
    /// <param name="refusal">The refusal.</param>
    public static RefusalRemedy Of(Refusal refusal)
    {
        var cap = refusal.Spent + refusal.Held + refusal.Needed;
        var answer = refusal.Metric switch
        {
            RefusedMetric.Calls => -1,
            RefusedMetric.Tokens => (int)Math.Clamp(refusal.Room - refusal.Bound.InputTokens, -1, refusal.Bound.MaxOutputTokens),
            _ => refusal.Bound.OutputTokensWithin(new Costs.Money(refusal.Room)),
        };
        return new RefusalRemedy(refusal.Metric == RefusedMetric.Cost ? RoundUp(cap) : cap) { MaxTokens = answer >= 1 ? answer : null };
    }

    // A cap that is proposed must do: it is never rounded down.
    private static decimal RoundUp(decimal usd)
    {
        var unit = usd switch { >= 1 => 100m, >= 0.001m => 10_000m, _ => 100_000_000m };
        return decimal.Ceiling(usd * unit) / unit;
    }
}
