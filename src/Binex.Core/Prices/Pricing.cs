using Binex.Core.Costs;

namespace Binex.Core.Prices;

/// <summary>The one arithmetic of prices: what a call can cost, and what it did cost.</summary>
public static class Pricing
{
    /// <summary>Rates are per this many tokens.</summary>
    public const decimal PerTokens = 1_000_000m;

    /// <summary>The worst case of a call: every rate is the dearest of all tiers that its input bound can reach.</summary>
    /// <param name="price">The model's price.</param>
    /// <param name="inputTokens">Upper bound of the tokens of the request.</param>
    /// <param name="maxOutputTokens">The output limit that is wanted.</param>
    /// <param name="minOutputTokens">The lowest output limit that still makes sense.</param>
    /// <param name="writesCache">
    /// Whether the request asks the provider to cache it; makes a difference only where <see cref="ModelPrice.CachesOnlyOnRequest"/>.
    /// </param>
    public static CallBound Bound(ModelPrice price, long inputTokens, int maxOutputTokens, int minOutputTokens, bool writesCache)
    {
        var mayWriteCache = writesCache || !price.CachesOnlyOnRequest;
        var input = DearestInput(price.Rates, mayWriteCache);
        var output = DearestOutput(price.Rates);
        foreach (var tier in price.Tiers)
        {
            if (inputTokens > tier.AboveInputTokens)
            {
                input = Math.Max(input, DearestInput(tier.Rates, mayWriteCache));
                output = Math.Max(output, DearestOutput(tier.Rates));
            }
        }

        return new CallBound(
            price.Model, inputTokens, maxOutputTokens, Math.Min(minOutputTokens, maxOutputTokens), input, output, price.PerRequest);
    }

    /// <summary>What a call cost by its provider's count of tokens.</summary>
    /// <param name="price">The model's price.</param>
    /// <param name="usage">The tokens used; parts that are larger than their whole are taken as the whole.</param>
    public static Money Charge(ModelPrice price, TokenUsage usage)
    {
        var rates = RatesAt(price, usage.Input);
        var written = Math.Clamp(usage.CacheWrite, 0, Math.Max(0, usage.Input));
        var cached = Math.Clamp(usage.CachedInput, 0, Math.Max(0, usage.Input) - written);
        var reasoned = Math.Clamp(usage.Reasoning, 0, Math.Max(0, usage.Output));
        var total = (Math.Max(0, usage.Input - cached - written) * rates.Input)
            + (cached * (rates.CacheRead ?? rates.Input))
            + (written * (rates.CacheWrite ?? rates.Input))
            + (reasoned * (rates.Reasoning ?? rates.Output))
            + (Math.Max(0, usage.Output - reasoned) * rates.Output);
        return new Money((total / PerTokens) + price.PerRequest);
    }

    private static PriceRates RatesAt(ModelPrice price, long inputTokens)
    {
        PriceTier? reached = null;
        foreach (var tier in price.Tiers)
        {
            if (inputTokens > tier.AboveInputTokens && (reached is null || tier.AboveInputTokens > reached.AboveInputTokens))
            {
                reached = tier;
            }
        }

        return reached?.Rates ?? price.Rates;
    }

    private static decimal DearestInput(PriceRates rates, bool mayWriteCache)
    {
        var dearest = Math.Max(rates.Input, rates.CacheRead ?? 0);
        return mayWriteCache ? Math.Max(dearest, rates.CacheWrite ?? 0) : dearest;
    }

    private static decimal DearestOutput(PriceRates rates) => Math.Max(rates.Output, rates.Reasoning ?? 0);
}
