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

    /// <summary>Whether nothing is ever charged for it.</summary>
    public bool IsFree => Rates is { Input: 0, Output: 0 } && PerRequest == 0 && Tiers.Count == 0;
}
