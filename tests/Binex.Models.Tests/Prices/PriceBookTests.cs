using Binex.Core.Prices;

namespace Binex.Models.Tests.Prices;

public sealed class PriceBookTests
{
    private static readonly Binex.Models.Prices.PriceBook Book = new();

    [Theory]
    [InlineData("gpt-4o", "gpt-4o")]
    [InlineData("GPT-4o", "gpt-4o")]
    [InlineData("openai/gpt-4o", "gpt-4o")]
    [InlineData("openai/GPT-4O-2024-05-13", "gpt-4o-2024-05-13")]
    [InlineData("gpt-4o-2024-08-06", "gpt-4o-2024-08-06")]
    [InlineData("gpt-4o-2031-01-31", "gpt-4o")]
    [InlineData("gpt-4o-latest", "gpt-4o")]
    [InlineData("anthropic/claude-sonnet-4-5", "claude-sonnet-4-5")]
    [InlineData("anthropic/claude-sonnet-4-5-20250929", "claude-sonnet-4-5-20250929")]
    [InlineData("anthropic/claude-sonnet-4-5-20991231", "claude-sonnet-4-5")]
    [InlineData("anthropic/claude-sonnet-4-5-latest", "claude-sonnet-4-5")]
    [InlineData("claude-3-7-sonnet", "claude-3-7-sonnet-20250219")]
    [InlineData("anthropic/claude-3-7-sonnet-latest", "claude-3-7-sonnet-20250219")]
    [InlineData("gemini/gemini-2.5-pro", "gemini/gemini-2.5-pro")]
    [InlineData("google/gemini-2.5-pro", "gemini/gemini-2.5-pro")]
    [InlineData("vertex_ai/gemini-2.5-pro", "gemini-2.5-pro")]
    [InlineData("azure/gpt-4o-2024-08-06", "azure/gpt-4o-2024-08-06")]
    [InlineData("mistral-large-2411", "mistral/mistral-large-2411")]
    [InlineData("mistralai/mistral-large-2411", "mistral/mistral-large-2411")]
    [InlineData("together/meta-llama/Llama-3.3-70B-Instruct-Turbo", "together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo")]
    [InlineData("grok-4", "xai/grok-4")]
    [InlineData("ft:gpt-4o-2024-08-06:acme::abc123", "ft:gpt-4o-2024-08-06")]
    public void Find_WayToWriteAModel_FindsThatModel(string model, string expected) =>
        Book.Find(model).ShouldNotBeNull().Model.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("gpt-4o/")]
    [InlineData("gpt")]
    [InlineData("gpt-4")]
    [InlineData("gpt-4o-super")]
    [InlineData("gpt-4o-mini-huge-2024-08-06")]
    [InlineData("gpt-4o-2024-13-40")]
    [InlineData("openai/claude-sonnet-4-5")]
    [InlineData("anthropic/gpt-4o")]
    [InlineData("azure/no-such-model")]
    [InlineData("openrouter/auto")]
    [InlineData("azure_ai/model_router")]
    [InlineData("nobody/nothing")]
    [InlineData("zzzzzzzz")]
    [InlineData("!")]
    [InlineData("ft:")]
    [InlineData("ft::")]
    [InlineData("модель")]
    public void Find_NameOfNoPricedModel_IsNullOrThatVeryModel(string model) =>
        Book.Find(model)?.Model.ShouldBe(model);

    [Fact]
    public void Find_DatedVersionsThatDiffer_FindsNone() =>
        Book.Find("azure/eu/gpt-4o").ShouldBeNull("its dated versions are known, but a name without a date could be either");

    [Theory]
    [InlineData("ollama/llama3")]
    [InlineData("ollama/not-in-any-list:7b")]
    [InlineData("ollama_chat/qwen3")]
    [InlineData("openrouter/vendor/brand-new-model:free")]
    [InlineData("vendor/model:FREE")]
    public void Find_ModelThatSaysItIsFree_IsFree(string model) => Book.Find(model).ShouldNotBeNull().IsFree.ShouldBeTrue();

    [Fact]
    public void Find_EveryNameOfTheTable_FindsItselfInAnyCase()
    {
        var names = Book.Models.ToList();
        var other = new Binex.Models.Prices.PriceBook();

        names.Count.ShouldBeGreaterThan(1900);
        foreach (var name in names)
        {
            Book.Find(name).ShouldNotBeNull().Model.ShouldBe(name);
            other.Find(name.ToUpperInvariant()).ShouldNotBeNull().Model.ShouldBe(name);
        }
    }

    [Fact]
    public void Find_ModelWithEverything_ReadsIt()
    {
        var price = Book.Find("claude-sonnet-4-5").ShouldNotBeNull();

        price.Provider.ShouldBe("anthropic");
        price.Rates.ShouldBe(new PriceRates(3m, 15m, 0.3m, 3.75m));
        price.Tiers.ShouldBe([new PriceTier(200_000, new PriceRates(6m, 22.5m, 0.6m, 7.5m))]);
        price.MaxInputTokens.ShouldBe(200_000);
        price.MaxOutputTokens.ShouldBe(64_000);
        price.Features.ShouldContain(ModelFeatures.ResponseSchema);
        price.CachesOnlyOnRequest.ShouldBeTrue();
        Book.Find("perplexity/sonar-small-online").ShouldNotBeNull().PerRequest.ShouldBe(0.005m);
        Book.Find("dashscope/qwen-turbo").ShouldNotBeNull().Rates.Reasoning.ShouldBe(0.5m);
        Book.Find("gemini/gemini-3-pro-preview").ShouldNotBeNull().Deprecated.ShouldBe(new DateOnly(2026, 3, 9));
    }

    [Fact]
    public void Find_EveryPrice_IsPossible()
    {
        foreach (var price in Book.Models.Select(name => Book.Find(name)!))
        {
            foreach (var rates in price.Tiers.Select(tier => tier.Rates).Append(price.Rates))
            {
                rates.Input.ShouldBeInRange(0, 10_000, price.Model);
                rates.Output.ShouldBeInRange(0, 10_000, price.Model);
                (rates.CacheWrite ?? rates.Input).ShouldBeGreaterThanOrEqualTo(rates.Input, price.Model);
            }

            price.Tiers.Select(tier => tier.AboveInputTokens).ShouldBeInOrder();
        }
    }

    [Fact]
    public void Find_OverriddenModel_TakesTheUsersPriceAndTheTablesLimits()
    {
        var book = new Binex.Models.Prices.PriceBook(new Dictionary<string, ModelPrice>
        {
            ["openai/gpt-4o"] = new("openai/gpt-4o", "openai", new PriceRates(1, 2)),
            ["my-gateway/large"] = new("my-gateway/large", "my-gateway", new PriceRates(1.1m, 4.4m)),
            ["ollama/llama3"] = new("ollama/llama3", "ollama", new PriceRates(0.1m, 0.1m)),
        });

        foreach (var spelling in new[] { "gpt-4o", "openai/gpt-4o", "OpenAI/GPT-4o" })
        {
            var price = book.Find(spelling).ShouldNotBeNull(spelling);
            price.Rates.ShouldBe(new PriceRates(1, 2));
            price.MaxOutputTokens.ShouldBe(16384);
        }

        book.Find("gpt-4o-2024-08-06").ShouldNotBeNull().Rates.Input.ShouldBe(2.5m);
        book.Find("MY-gateway/Large").ShouldNotBeNull().Rates.Output.ShouldBe(4.4m);
        book.Find("ollama/llama3").ShouldNotBeNull().IsFree.ShouldBeFalse();
        book.Models.Count(name => name == "my-gateway/large").ShouldBe(1);
    }

    [Fact]
    public void Find_OverrideThatNamesNoProvider_HasThatOfTheTableOrIsItsOwn()
    {
        var book = new Binex.Models.Prices.PriceBook(new Dictionary<string, ModelPrice>
        {
            ["gpt-4o"] = new("gpt-4o", "", new PriceRates(1, 2)),
            ["house-model"] = new("house-model", "", new PriceRates(3, 4)),
        });

        book.Find("openai/gpt-4o").ShouldNotBeNull().Rates.ShouldBe(new PriceRates(1, 2));
        book.Find("gpt-4o").ShouldNotBeNull().Provider.ShouldBe("openai");
        book.Find("house-model").ShouldNotBeNull().Provider.ShouldBe("house-model");
    }

    [Fact]
    public void AsOfAndSha256_EmbeddedTable_SayWhatItIs()
    {
        Book.AsOf.ShouldBe(new DateOnly(2026, 8, 6));
        Book.Sha256.ShouldMatch("^[0-9a-f]{64}$");
        Book.Source.ShouldContain("list prices");
    }
}
