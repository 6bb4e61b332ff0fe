namespace Binex.Core.Prices;

/// <summary>The rates of a call whose request is longer than a number of tokens.</summary>
/// <param name="AboveInputTokens">The tier holds for requests with more tokens than this.</param>
/// <param name="Rates">Its rates.</param>
public sealed record PriceTier(long AboveInputTokens, PriceRates Rates);
