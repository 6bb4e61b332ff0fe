using Binex.Core.Prices;

namespace Binex.Validation.Tests;

/// <summary>A price book of three models.</summary>
internal sealed class TestPrices : IPriceBook
{
    private static readonly Dictionary<string, ModelPrice> Prices = new()
    {
        ["gpt-4o"] = new ModelPrice("gpt-4o", "openai", new PriceRates(2.50m, 10m)) { MaxOutputTokens = 16_384 },
        ["gpt-4o-mini"] = new ModelPrice("gpt-4o-mini", "openai", new PriceRates(0.15m, 0.60m)) { MaxOutputTokens = 16_384 },
        ["ollama/llama3"] = new ModelPrice("ollama/llama3", "ollama", new PriceRates(0, 0)),
    };

    public DateOnly AsOf => new(2026, 1, 1);

    public string Sha256 => "";

    public IEnumerable<string> Models => Prices.Keys;

    public ModelPrice? Find(string model) => Prices.GetValueOrDefault(model);
}
