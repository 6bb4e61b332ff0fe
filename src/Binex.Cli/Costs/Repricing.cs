using Binex.Core.Costs;
using Binex.Core.Prices;
using Binex.Models.Prices;

namespace Binex.Cli.Costs;

/// <summary>What calls would have cost at other prices.</summary>
/// <param name="book">The prices in effect, by which a name is recognised that is written in another way.</param>
/// <param name="prices">The other prices, by name.</param>
internal sealed class Repricing(PriceBook book, IReadOnlyDictionary<string, ModelPrice> prices)
{
    /// <summary>Whether the other prices have something to say about a call.</summary>
    public bool Applies(PaidCall call) => call.Charge.Usage is not null && PriceOf(call) is not null;

    /// <summary>The cost of a call at the other prices; what it did cost where they do not apply.</summary>
    public Money CostOf(PaidCall call) => call.Charge.Usage is { } usage && PriceOf(call) is { } price ? Pricing.Charge(price, usage) : call.Charge.Cost;

    private ModelPrice? PriceOf(PaidCall call) => prices.GetValueOrDefault(call.Charge.Model)
        ?? (book.Find(call.Charge.Model) is { } known ? prices.GetValueOrDefault(known.Model) : null);
}
