using System.Text;
using Binex.Core.Configuration;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Testing;

namespace Binex.Models.Tests.Providers;

/// <summary>What docs/models.md and the examples say of the providers; BINEX_REWRITE=1 makes the table again.</summary>
public sealed class ProviderDocsTests
{
    private const string Begin = "<!-- Made by ProviderDocsTests; BINEX_REWRITE=1 makes it again. -->\n";
    private const string End = "<!-- end of providers -->\n";

    [Fact]
    public void Page_CompatibleProviders_AreThoseOfTheTable()
    {
        var table = new StringBuilder("\n| prefix | key | address |\n|---|---|---|\n");
        foreach (var provider in Compatible)
        {
            var key = provider.KeyVariables.Length == 0 ? "none" : string.Join(" or ", provider.KeyVariables.Select(name => $"`{name}`"));
            table.Append($"| `{provider.Name}` | {key} | `{provider.Url.Replace("|", " or ", StringComparison.Ordinal)}` |\n");
        }

        table.Append('\n');
        var path = Repository.PathOf("docs", "models.md");
        var page = File.ReadAllText(path);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Repository.Rewrites)
        {
            File.WriteAllText(path, page[..begin] + table + page[end..]);
            return;
        }

        page[begin..end].ShouldBe(table.ToString(), "run the test with BINEX_REWRITE=1, and look at the difference");
    }

    [Fact]
    public void Examples_EveryProviderWithPrices_IsInOne()
    {
        var examples = string.Concat(Directory.GetFiles(Repository.PathOf("examples"), "provider-*.yaml").Select(File.ReadAllText));
        var priced = new PriceBook().Models.Select(model => model.Split('/')).Where(parts => parts.Length > 1).Select(parts => parts[0]).ToHashSet();

        foreach (var provider in ProviderTable.All.Values.Where(provider => priced.Contains(provider.Name) && provider.Name is not ("openai" or "anthropic")))
        {
            examples.ShouldContain($"llm://{provider.Name}/");
        }
    }

    private static IEnumerable<ProviderEndpoint> Compatible => ProviderTable.All.Values.Where(provider => provider.Kind == ProviderKind.OpenAi && provider.Name != "openai");
}
