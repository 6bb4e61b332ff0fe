using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Engine.Tests.Harness;

/// <summary>Prices and bounds that a head can work with: 1 USD a million for input, 10 USD for output, and 1,000 input tokens for every request.</summary>
internal sealed class RoundPrices : IPriceBook, ITokenBounds
{
    public const int InputBound = 1000;

    public DateOnly AsOf => new(2026, 3, 1);

    public string Sha256 => new('9', 64);

    public IEnumerable<string> Models => ["acme/large", "other/small"];

    public ModelPrice? Find(string model) => model switch
    {
        "unpriced" => null,
        "free" => new ModelPrice(model, "acme", new PriceRates(0, 0)),
        _ => new ModelPrice(model, model.Split('/')[0], new PriceRates(1, 10)),
    };

    public long InputTokens(ChatRequest request) => InputBound;

    /// <summary>What a call with an output limit is held for.</summary>
    public static decimal Hold(int maxTokens) => 0.001m + (maxTokens * 10m / 1_000_000m);
}
