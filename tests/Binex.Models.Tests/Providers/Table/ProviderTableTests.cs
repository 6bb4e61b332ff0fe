using System.Text;
using Binex.Testing;

namespace Binex.Models.Tests.Providers.Table;

/// <summary>
/// What becomes of a call, for every kind of provider and everything that can happen to it: each through its real SDK, against a
/// server that speaks its protocol. The table stands in docs/models.md; BINEX_REWRITE=1 makes it again.
/// </summary>
public sealed class ProviderTableTests
{
    private const string Begin = "<!-- Made by ProviderTableTests; BINEX_REWRITE=1 makes it again. -->\n";
    private const string End = "<!-- end -->\n";

    [Fact]
    public async Task Table_EveryProviderAndCase_IsAsDocumented()
    {
        var table = new StringBuilder("| what happens | ").AppendJoin(" | ", ProviderFamily.All.Select(family => family.Title)).Append(" |\n|---|")
            .Insert(0, "\n").Append(string.Concat(ProviderFamily.All.Select(_ => "---|"))).Append('\n');
        foreach (var given in ProviderCase.All)
        {
            var cells = await Task.WhenAll(ProviderFamily.All.Select(given.RunAsync));
            table.Append("| ").Append(given.Title).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");
        }

        var path = Repository.PathOf("docs", "models.md");
        var page = await File.ReadAllTextAsync(path);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Repository.Rewrites)
        {
            await File.WriteAllTextAsync(path, page[..begin] + table + "\n" + page[end..]);
            return;
        }

        page[begin..end].ShouldBe(table + "\n", "run the test with BINEX_REWRITE=1, and look at the difference");
    }
}
