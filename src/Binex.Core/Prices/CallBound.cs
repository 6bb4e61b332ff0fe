using Binex.Core.Costs;

namespace Binex.Core.Prices;

/// <summary>
/// What one call can cost at most:
/// <c>input tokens x input rate + output limit x output rate + fee</c>, each at the dearest rate that can apply.
/// </summary>
/// <param name="Model">The model that is asked.</param>
/// <param name="InputTokens">Upper bound of the tokens of the request.</param>
/// <param name="MaxOutputTokens">The output limit that is wanted.</param>
/// <param name="MinOutputTokens">The lowest output limit that still makes sense.</param>
/// <param name="InputRate">US dollars per million tokens of the request.</param>
/// <param name="OutputRate">US dollars per million tokens of the answer.</param>
/// <param name="Fee">US dollars for the request itself.</param>
public sealed record CallBound(
    string Model, long InputTokens, int MaxOutputTokens, int MinOutputTokens, decimal InputRate, decimal OutputRate, decimal Fee)
{
    /// <summary>The cost with the output limit that is wanted.</summary>
    public Money Max => CostWith(MaxOutputTokens);

    /// <summary>The cost with some output limit.</summary>
    /// <param name="outputTokens">The limit, in tokens.</param>
    public Money CostWith(int outputTokens) =>
        new((InputTokens * InputRate / Pricing.PerTokens) + (outputTokens * OutputRate / Pricing.PerTokens) + Fee);

    /// <summary>The largest output limit, at most the one wanted, whose cost fits; negative when not even an empty answer fits.</summary>
    /// <param name="available">What may be spent.</param>
    public int OutputTokensWithin(Money available)
    {
        if (CostWith(MaxOutputTokens) <= available)
        {
            return MaxOutputTokens;
        }

        var rest = available.Usd - CostWith(0).Usd;
        if (rest < 0)
        {
            return -1;
        }

        // Sums and quotients are rounded to 28 digits, so that the floor can be off by one.
        var tokens = (int)Math.Min(MaxOutputTokens - 1, decimal.Floor(rest * Pricing.PerTokens / OutputRate));
        return CostWith(tokens) > available ? tokens - 1 : CostWith(tokens + 1) <= available ? tokens + 1 : tokens;
    }
}
