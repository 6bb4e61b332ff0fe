namespace Binex.Core.Prices;

/// <summary>Prices in US dollars per million tokens.</summary>
/// <param name="Input">A token of the request.</param>
/// <param name="Output">A token of the answer, reasoning included.</param>
/// <param name="CacheRead">A token of the request read from the provider's cache; null where it costs as much as any other.</param>
/// <param name="CacheWrite">A token of the request written to the provider's cache; null where it costs as much as any other.</param>
public sealed record PriceRates(decimal Input, decimal Output, decimal? CacheRead = null, decimal? CacheWrite = null);
