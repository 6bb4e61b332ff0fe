using Binex.Core.Prices;

namespace Binex.Validation.Tests;

/// <summary>A price book of a few models, one for each thing that a rule looks at.</summary>
internal sealed class TestPrices : IPriceBook
{
    private static readonly Dictionary<string, ModelPrice> Prices = new ModelPrice[]
    {
        new("gpt-4o", "openai", new PriceRates(2.50m, 10m)) { MaxOutputTokens = 16_384 },
        new("gpt-4o-mini", "openai", new PriceRates(0.15m, 0.60m)) { MaxOutputTokens = 16_384 },
        new("gpt-4", "openai", new PriceRates(30m, 60m)) { MaxInputTokens = 8_192, MaxOutputTokens = 4_096, Features = [ModelFeatures.Tools] },
        new("o3", "openai", new PriceRates(2m, 8m)) { MaxInputTokens = 200_000, Features = [ModelFeatures.Tools, ModelFeatures.ResponseSchema, ModelFeatures.Reasoning] },
        new("gpt-5", "openai", new PriceRates(1.25m, 10m)) { Features = [ModelFeatures.Tools, ModelFeatures.ResponseSchema, ModelFeatures.Reasoning] },
        new("gpt-5.1", "openai", new PriceRates(1.25m, 10m)) { Features = [ModelFeatures.Tools, ModelFeatures.ResponseSchema, ModelFeatures.Reasoning] },
        new("claude-3-opus-20240229", "anthropic", new PriceRates(15m, 75m)) { Features = [ModelFeatures.Tools], Deprecated = new DateOnly(2026, 5, 1) },
        new("claude-opus-4-1-20250805", "anthropic", new PriceRates(15m, 75m)) { Features = [ModelFeatures.Tools, ModelFeatures.Reasoning], Deprecated = new DateOnly(2026, 8, 5) },
        new("claude-haiku-4-5", "anthropic", new PriceRates(1m, 5m)) { Features = [ModelFeatures.Tools, ModelFeatures.ResponseSchema, ModelFeatures.Reasoning] },
        new("gemini/gemini-2.0-flash", "gemini", new PriceRates(0.10m, 0.40m)) { Features = [ModelFeatures.Tools, ModelFeatures.ResponseSchema], Deprecated = new DateOnly(2026, 6, 15) },
        new("gemini/gemini-2.5-flash", "gemini", new PriceRates(0.30m, 2.50m)) { MaxInputTokens = 1_048_576, Deprecated = new DateOnly(2026, 12, 31) },
        new("groq/llama-3.1-8b-instant", "groq", new PriceRates(0.05m, 0.08m)) { MaxInputTokens = 2_048, Features = [ModelFeatures.Tools] },
        new("mistral/codestral-2405", "mistral", new PriceRates(1m, 3m)) { Features = [ModelFeatures.PromptCaching] },
        new("ollama/llama3", "ollama", new PriceRates(0, 0)),
    }.ToDictionary(price => price.Model, StringComparer.OrdinalIgnoreCase);

    public DateOnly AsOf => new(2026, 1, 1);

    public string Sha256 => "";

    public IEnumerable<string> Models => Prices.Keys;

    // As the price book does, it takes the name of a model without its date for that model.
    public ModelPrice? Find(string model) => Prices.GetValueOrDefault(model) ?? (model == "claude-opus-4-1" ? Prices["claude-opus-4-1-20250805"] : null);
}
