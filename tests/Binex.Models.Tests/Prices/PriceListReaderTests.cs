using System.Text;
using Binex.Core.Prices;
using Binex.Models.Prices;
using Binex.Models.Prices.Lists;

namespace Binex.Models.Tests.Prices;

public sealed class PriceListReaderTests
{
    [Fact]
    public void Read_LiteLlm_TakesChatModelsWithTiersAndCaches()
    {
        var list = Read("""
            {"sample_spec": {"input_cost_per_token": 0},
             "gemini/gemini-2.5-pro": {"litellm_provider": "gemini", "mode": "chat", "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05, "input_cost_per_token_above_200k_tokens": 2.5e-06,
               "output_cost_per_token_above_200k_tokens": 1.5e-05, "cache_read_input_token_cost": 3.1e-07, "cache_creation_input_token_cost": 1e-09, "max_input_tokens": 1048576, "max_output_tokens": 65535,
               "supports_function_calling": true, "supports_reasoning": true, "deprecation_date": "2027-01-31"},
             "text-embedding-3-small": {"litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": 2e-08, "output_cost_per_token": 0}}
            """);

        list.Form.ShouldBe("litellm");
        var price = list.Models.ShouldHaveSingleItem();
        price.Rates.ShouldBe(new PriceRates(1.25m, 10, 0.31m), "writing to a cache for less than reading is the price of storage");
        price.Tiers.ShouldBe([new PriceTier(200_000, new PriceRates(2.5m, 15))]);
        (price.Provider, price.MaxInputTokens, price.MaxOutputTokens, price.Deprecated).ShouldBe(("gemini", 1_048_576, 65_535, new DateOnly(2027, 1, 31)));
        price.Features.ShouldBe([ModelFeatures.Tools, ModelFeatures.Reasoning]);
    }

    [Fact]
    public void Read_ModelsDev_NamesModelsAsUsersDo()
    {
        var list = Read("""
            {"openai": {"id": "openai", "models": {"gpt-4o": {"id": "gpt-4o", "cost": {"input": 2.5, "output": 10, "cache_read": 1.25}, "limit": {"context": 128000, "output": 16384}, "tool_call": true}}},
             "google": {"models": {"gemini-2.5-pro": {"cost": {"input": 1.25, "output": 10, "context_over_200k": {"input": 2.5, "output": 15}}}, "odd": {"cost": null}}}}
            """);

        list.Form.ShouldBe("models.dev");
        list.Models.Select(price => price.Model).ShouldBe(["gpt-4o", "gemini/gemini-2.5-pro"]);
        list.Models[1].Tiers.ShouldBe([new PriceTier(200_000, new PriceRates(2.5m, 15))]);
        list.LeftOut.ShouldHaveSingleItem().Name.ShouldBe("gemini/odd");
    }

    [Theory]
    [InlineData("""{"a": {"input": -1, "output": 1}}""")]
    [InlineData("""{"a": {"input": 1, "output": 99999999}}""")]
    [InlineData("""{"a": {"input": "1", "output": 1}}""")]
    [InlineData("""{"a": {"input": 1e400, "output": 1}}""")]
    [InlineData("""{"a": {"input": 0, "output": 0}}""")]
    [InlineData("""{"a b": {"input": 1, "output": 1}}""")]
    [InlineData("""{"a\u001b[2J": {"input": 1, "output": 1}}""")]
    [InlineData("""{"\ud800": {"input": 1, "output": 1}}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a": {"litellm_provider": ["x"], "input_cost_per_token": {}, "output_cost_per_token": []}}""")]
    [InlineData("""{"p": {"models": {"m": {"cost": [1], "limit": 5}}}}""")]
    [InlineData("""{}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"a": {"input": 1, """)]
    [InlineData("")]
    [InlineData("not json")]
    public void Read_WhatIsNoPrice_IsNeverTakenForOne(string json)
    {
        PriceListReader.Read(Encoding.UTF8.GetBytes(json), out var problem).ShouldBeNull();

        problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Read_DeeplyNested_SaysSo()
    {
        PriceListReader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))), out var problem).ShouldBeNull();

        problem.ShouldNotBeNull();
    }

    [Fact]
    public void With_AListOverTheBook_KeepsWhatItLacksAndSaysWhereItIsFrom()
    {
        var file = new PriceFile(Path.Join(Path.GetTempPath(), "no-such-folder", "prices.json"));
        var list = Read("""{"gpt-4o": {"litellm_provider": "openai", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06}}""");

        var book = PriceFile.BookOf(file.With(list, "x"u8, "https://prices.example/list.json", new DateOnly(2026, 11, 24)));

        book.Find("openai/gpt-4o")!.Rates.ShouldBe(new PriceRates(1, 2));
        var shipped = new PriceBook();
        (book.Find("gpt-4o-mini")! with { Features = [], Tiers = [] }).ShouldBe(shipped.Find("gpt-4o-mini")! with { Features = [], Tiers = [] });
        book.ListPrices.Count().ShouldBe(shipped.ListPrices.Count());
        book.Origin.ShouldBe(new PriceOrigin(
            new DateOnly(2026, 11, 24), book.Origin.Source, "https://prices.example/list.json", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"));
    }

    [Fact]
    public void Open_SomebodyHasWrittenInTheFile_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("binex-prices-");
        try
        {
            var file = new PriceFile(Path.Join(folder.FullName, PriceFile.Name));
            var table = file.With(Read("""{"mine/a": {"input": 1, "output": 2}}"""), "x"u8, "a.json", null);
            File.WriteAllBytes(file.Path, table);
            file.Open().Find("mine/a")!.Provider.ShouldBe("mine");

            foreach (var broken in new[] { Encoding.UTF8.GetString(table).Replace("\"input\":1,", "\"input\":0,"), "", "{}", "{\"asOf\":\n", new string('\n', 50) })
            {
                File.WriteAllText(file.Path, broken);
                Should.Throw<InvalidDataException>(() => file.Open()).Message.ShouldContain(file.Path);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PriceList Read(string json) => PriceListReader.Read(Encoding.UTF8.GetBytes(json), out _).ShouldNotBeNull();
}
