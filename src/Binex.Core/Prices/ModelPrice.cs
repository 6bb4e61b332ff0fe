namespace Binex.Core.Prices;

/// <summary>What a model costs and how much it can take.</summary>
/// <param name="Model">Name in the price book.</param>
/// <param name="Provider">Who bills for it.</param>
/// <param name="Rates">Rates of an ordinary call.</param>
public sealed record ModelPrice(string Model, string Provider, PriceRates Rates)
{
    /// <summary>Rates of long calls, by rising length.</summary>
    public IReadOnlyList<PriceTier> Tiers { get; init; } = [];

    /// <summary>US dollars per request, beside its tokens.</summary>
    public decimal PerRequest { get; init; }

    /// <summary>The longest request, in tokens; null when unknown.</summary>
    public long? MaxInputTokens { get; init; }

    /// <summary>The longest answer, in tokens; null when unknown.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>
    /// Whether the provider writes to its cache only when a request asks for it, as it is with Claude. Everywhere else a request
    /// may be cached, and billed so, unasked.
    /// </summary>
    public bool CachesOnlyOnRequest { get; init; }

    /// <summary>What the model can do, such as <see cref="ModelFeatures.Tools"/>; empty when unknown.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The day on which the provider takes it out of service; null when none is announced.</summary>
    public DateOnly? Deprecated { get; init; }

    /// <summary>Whether nothing is ever charged for it.</summary>
    public bool IsFree => Rates is { Input: 0, Output: 0, CacheRead: null or 0, CacheWrite: null or 0, Reasoning: null or 0 }
        && PerRequest == 0 && Tiers.Count == 0;
}
