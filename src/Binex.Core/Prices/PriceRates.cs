namespace Binex.Core.Prices;

/// <summary>Prices in US dollars per million tokens, with at most 12 decimal places, so that every sum is exact.</summary>
/// <param name="Input">A token of the request.</param>
/// <param name="Output">A token of the answer; of reasoning too, unless <see cref="Reasoning"/> says otherwise.</param>
/// <param name="CacheRead">A token of the request read from the provider's cache; null where it costs as much as any other.</param>
/// <param name="CacheWrite">A token of the request written to the provider's cache; null where it costs as much as any other.</param>
public sealed record PriceRates(decimal Input, decimal Output, decimal? CacheRead = null, decimal? CacheWrite = null)
{
    /// <summary>A token of reasoning; null where it costs as much as any other token of the answer.</summary>
    public decimal? Reasoning { get; init; }
}
