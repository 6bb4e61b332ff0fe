using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Diagnostics;
using Binex.Core.Prices;
using Binex.Validation.Configuration;

namespace Binex.Validation.Tests.Configuration;

public sealed class ConfigurationLoaderTests
{
    private const string Whole = """
        version: 1
        workflows: [workflows/**/*.yaml, main.yaml]
        store: runs
        budget: { run: 1.00, day: 5.00, month: 50.00 }
        concurrency: { default: 6, openai: 4 }
        rate_limits: { openai: { requests: 500/m, tokens: 200000/h } }
        providers:
          my-gateway: { base_url: https://gateway.example/v1, api_key: "${env.GATEWAY_KEY}", kind: openai }
        prices:
          my-gateway/large: { input: 1.10, output: 4.40, cache_read: 0.1, cache_write: 1.4, reasoning: 5, per_request: 0.001, max_input_tokens: 9000, max_output_tokens: 800 }
          gpt-4o: { input: 1, output: 2 }
        diagnostics: { BNX3004: off, BNX2007: error }
        gates: { max_cost: 0.50, max_increase: 10%, max_duration: 10m, min_success: 95% }
        """;

    [Fact]
    public void Load_WholeFile_HasEveryValue()
    {
        var result = Loading.Configuration(Whole);
        var configuration = result.Configuration;

        result.HasErrors.ShouldBeFalse();
        configuration.Folder.ShouldBe(Repository.Root);
        configuration.Workflows.ShouldBe(["workflows/**/*.yaml", "main.yaml"]);
        configuration.Store.ShouldBe("runs");
        configuration.Budget.ShouldBe(new ProjectBudget { Run = new Money(1), Day = new Money(5), Month = new Money(50) });
        configuration.Concurrency!.Default.ShouldBe(6);
        configuration.Concurrency.Providers["OpenAI"].ShouldBe(4);
        configuration.RateLimits["openai"].ShouldBe(new RateLimits(new Rate(500, TimeSpan.FromMinutes(1)), new Rate(200_000, TimeSpan.FromHours(1))));
        configuration.Providers["my-gateway"].BaseUrl.Source.ShouldBe("https://gateway.example/v1");
        configuration.Providers["my-gateway"].ApiKey!.Source.ShouldBe("${env.GATEWAY_KEY}");
        configuration.Severities.Of(DiagnosticCatalog.AboveModelLimit).ShouldBeNull();
        configuration.Severities.Of(DiagnosticCatalog.UndeclaredVariable).ShouldBe(DiagnosticSeverity.Error);
        configuration.Gates.ShouldBe(new GateLimits
        {
            MaxCost = new Money(0.5m), MaxIncreaseShare = 0.1m, MaxDuration = TimeSpan.FromMinutes(10), MinSuccess = 0.95m,
        });
    }

    [Fact]
    public void Load_Prices_AreThoseOfThePriceBooksForm()
    {
        var prices = Loading.Configuration(Whole).Configuration.Prices;

        var large = prices["my-gateway/large"];
        large.Provider.ShouldBe("my-gateway");
        large.Rates.ShouldBe(new PriceRates(1.10m, 4.40m, 0.1m, 1.4m) { Reasoning = 5 });
        large.PerRequest.ShouldBe(0.001m);
        large.MaxInputTokens.ShouldBe(9000);
        large.MaxOutputTokens.ShouldBe(800);
        prices["gpt-4o"].Rates.ShouldBe(new PriceRates(1, 2));
    }

    [Fact]
    public void Values_AreThoseOfTheFileInItsOrder()
    {
        var values = Loading.Configuration(Whole).Values;

        values[0].ToString().ShouldContain("version");
        values.Select(value => $"{value.Key}={value.Value}").Take(6).ShouldBe(
            ["version=1", "workflows=[workflows/**/*.yaml, main.yaml]", "store=runs", "budget.run=1.00", "budget.day=5.00", "budget.month=50.00"]);
        values.Single(value => value.Key == "budget.day").Location.ToString().ShouldBe("binex.yaml:4:27");
    }

    [Theory]
    [InlineData("a-real-key-123456", "***")]
    [InlineData("${env.KEY}", "${env.KEY}")]
    [InlineData("${env.KEY:-a-real-key-123456}", "***")]
    [InlineData("Bearer ${env.KEY}", "***")]
    [InlineData("$${env.KEY}", "***")]
    public void Values_Key_IsShownOnlyWhereItIsAReference(string written, string shown) =>
        Loading.Configuration($"providers: {{ p: {{ base_url: https://p.example, api_key: \"{written}\" }} }}")
            .Values.Single(value => value.Key == "providers.p.api_key").Value.ShouldBe(shown);

    [Fact]
    public void Values_AddressWithPassword_IsMasked() =>
        Loading.Configuration("providers: { p: { base_url: 'https://me:secret@p.example/v1' } }")
            .Values.Single().Value.ShouldBe("https://***@p.example/v1");

    [Fact]
    public void Values_OfAliasesWithoutEnd_AreBounded()
    {
        var text = "x-a: &a0 { k: 1 }\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"x-{i}: &a{i} {{ a: *a{i - 1}, b: *a{i - 1}, c: *a{i - 1} }}\n")) + "budget: *a12\n";

        Loading.Configuration(text).Values.Count.ShouldBeLessThanOrEqualTo(10_000);
    }

    [Fact]
    public void Load_MissingFile_IsAFinding()
    {
        var result = ConfigurationLoader.Load(Repository.PathOf("none", "binex.yaml"), "none/binex.yaml");

        result.Diagnostics.ShouldHaveSingleItem().Descriptor.ShouldBe(DiagnosticCatalog.FileUnreadable);
        result.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void Find_LooksUpwardsToTheRootOfTheRepository()
    {
        var root = Directory.CreateTempSubdirectory("binex-find-");
        try
        {
            var deep = root.CreateSubdirectory("repo/a/b").FullName;
            var above = Path.Combine(root.FullName, "binex.yaml");
            File.WriteAllText(above, "version: 1\n");
            ConfigurationFile.Find(deep).ShouldBe(above);

            File.WriteAllText(Path.Combine(root.FullName, "repo", ".git"), "gitdir: elsewhere\n");
            ConfigurationFile.Find(deep).ShouldBeNull();

            var own = Path.Combine(root.FullName, "repo", "binex.yaml");
            File.WriteAllText(own, "version: 1\n");
            ConfigurationFile.Find(deep).ShouldBe(own);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
