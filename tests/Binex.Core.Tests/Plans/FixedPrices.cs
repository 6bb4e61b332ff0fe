using Binex.Core.Prices;

namespace Binex.Core.Tests.Plans;

/// <summary>A price book of a few models.</summary>
internal sealed class FixedPrices(params ModelPrice[] prices) : IPriceBook
{
    public DateOnly AsOf => new(2026, 1, 1);

    public string Sha256 => "";

    public IEnumerable<string> Models => prices.Select(price => price.Model);

    public ModelPrice? Find(string model) => Array.Find(prices, price => price.Model == model);
}
