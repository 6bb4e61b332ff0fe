using Binex.Core.Reports;
using Binex.Core.Reports.Comparison;
using Binex.Core.Runs;
using Binex.Reports.Indexes;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests.Browsers;

/// <summary>The page of two runs and the page of many.</summary>
public sealed class OtherPageTests(Chromium chromium)
{
    private const string Evil = "</pre><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u001b[31m";

    public static TheoryData<string, string> Pairs => new() { { "completed", "failed" }, { "failed", "completed" }, { "completed", "interrupted" }, { "over-budget", "loop" }, { "hostile", "loop" } };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Comparison_OnEveryScreen_IsQuietAndAsksForNothingAndShutsNobodyOut(string before, string after) =>
        await ShouldBeFineAsync(ComparisonReport.Html(RunComparison.Between(Sample(before), Sample(after))));

    [Fact]
    public async Task Comparison_OfAnAnswer_MarksItsWords()
    {
        var (before, after) = (Sample("completed"), Sample("completed"));
        var artifacts = after.Artifacts.Select(artifact => artifact.Content == "summary a" ? artifact with { Hash = new string('a', 64), Content = "summary b and c" } : artifact);
        var nodes = after.Nodes.Select(node => node.Id == "read-a" ? node with { Outputs = [new ReportOutput("output", new string('a', 64))] } : node);
        await using var page = await chromium.ShowAsync(ComparisonReport.Html(RunComparison.Between(before, after with { Artifacts = [.. artifacts], Nodes = [.. nodes] })));

        (await page["#change-read-a del"].InnerTextAsync()).ShouldBe("a");
        (await page["#change-read-a ins"].InnerTextAsync()).ShouldBe("b and c");
        (await page["#graph a.changed .change"].TextContentAsync()).ShouldBe("~ changed");
        (await page["#nodes .change.changed"].CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Index_OnEveryScreen_IsQuietAndAsksForNothingAndShutsNobodyOut()
    {
        var runs = SampleRuns.Names.Select(name => IndexedRun.Of(Sample(name), $"runs/{name}.html")).ToList();
        runs.Add(new IndexedRun(Evil, Evil, RunStatus.Running, default, 0, Core.Costs.Money.Zero));

        await ShouldBeFineAsync(IndexReport.Render(runs, "1.0.0"));
        await ShouldBeFineAsync(IndexReport.Render([], "1.0.0"));
    }

    private async Task ShouldBeFineAsync(string html)
    {
        html.ShouldNotContain("<script>alert");
        foreach (var (width, dark) in new[] { (1280, false), (400, true) })
        {
            await using var page = await chromium.ShowAsync(html, new ShowOptions { Width = width, Dark = dark });
            await page.OpenAllAsync();

            (await page.ScrollsSidewaysAsync()).ShouldBeFalse($"{width} pixels");
            (await page.AxeAsync()).ShouldBeEmpty();
            page.Errors.ShouldBeEmpty();
            page.Requests.ShouldHaveSingleItem();
        }
    }

    private static RunReport Sample(string name) => SampleRuns.Of(name);
}
