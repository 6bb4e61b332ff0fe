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
    /// <param name="writesCache">Whether the request asks the provider to cache it.</param>
    public static CallBound Bound(ModelPrice price, long inputTokens, int maxOutputTokens, int minOutputTokens, bool writesCache)
    {
        var input = InputRate(price.Rates, writesCache);
        var output = price.Rates.Output;
        foreach (var tier in price.Tiers)
        {
            if (inputTokens > tier.AboveInputTokens)
            {
                input = Math.Max(input, InputRate(tier.Rates, writesCache));
                output = Math.Max(output, tier.Rates.Output);
            }
        }

        return new CallBound(
            price.Model, inputTokens, maxOutputTokens, Math.Min(minOutputTokens, maxOutputTokens), input, output, price.PerRequest);
    }

    /// <summary>What a call cost by its provider's count of tokens.</summary>
    /// <param name="price">The model's price.</param>
    /// <param name="usage">The tokens used.</param>
    public static Money Charge(ModelPrice price, TokenUsage usage)
    {
        var rates = price.Rates;
        foreach (var tier in price.Tiers)
        {
            rates = usage.Input > tier.AboveInputTokens ? tier.Rates : rates;
        }

        var plainInput = Math.Max(0, usage.Input - usage.CachedInput - usage.CacheWrite);
        var total = (plainInput * rates.Input)
            + (usage.CachedInput * (rates.CacheRead ?? rates.Input))
            + (usage.CacheWrite * (rates.CacheWrite ?? rates.Input))
            + (usage.Output * rates.Output);
        return new Money((total / PerTokens) + price.PerRequest);
    }

    private static decimal InputRate(PriceRates rates, bool writesCache) =>
        writesCache ? Math.Max(rates.Input, rates.CacheWrite ?? rates.Input) : Math.Max(rates.Input, rates.CacheRead ?? 0);
}
