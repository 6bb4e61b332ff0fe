using Binex.Reports.Tests.Samples;
using Microsoft.Playwright;

namespace Binex.Reports.Tests.Browsers;

public sealed class ReportPageTests(Chromium chromium)
{
    // What Jenkins sends with files of a build unless its administrator says otherwise.
    private const string Jenkins = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";

    private static readonly Lazy<string> Large = new(() => HtmlReport.Render(SampleRuns.Large(200)));

    public static TheoryData<string> Samples => [.. SampleRuns.Names, "large"];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Page_OnEveryScreen_IsQuietAndAsksForNothingAndShutsNobodyOut(string sample)
    {
        var html = Html(sample);
        foreach (var (width, dark) in new[] { (1280, false), (400, true) })
        {
            await using var page = await chromium.ShowAsync(html, new ShowOptions { Width = width, Dark = dark });
            if (sample != "large")
            {
                await page.OpenAllAsync();
            }

            (await page.ScrollsSidewaysAsync()).ShouldBeFalse($"{width} pixels");
            (await page.AxeAsync()).ShouldBeEmpty();
            page.Errors.ShouldBeEmpty();
            page.Requests.ShouldHaveSingleItem().ShouldStartWith("file:");
        }
    }

    [Fact]
    public async Task Failed_AtOnce_ShowsWhatBrokeAndWhy()
    {
        await using var page = await chromium.ShowAsync(Html("failed"));

        (await page.IsInSightAsync(".verdict .chip")).ShouldBeTrue();
        (await page.IsInSightAsync(".tile.cost .value")).ShouldBeTrue();
        (await page.IsInSightAsync("#trouble .message")).ShouldBeTrue();
        (await page["#node-read-b"].IsVisibleAsync()).ShouldBeTrue("the details of the cause are open");
    }

    [Fact]
    public async Task Search_AWordOfAnAnswer_LeadsToItsNode()
    {
        await using var page = await chromium.ShowAsync(Html("completed"));

        await page.Page.Keyboard.PressAsync("/");
        await page["#find"].PressSequentiallyAsync("doubled 2025");
        (await page["#found li"].AllInnerTextsAsync()).ShouldContain(line => line.StartsWith("compare"));
        await page["#found li:has(strong:text-is('compare'))"].ClickAsync();

        await page["#node-compare"].WaitForAsync();
        new Uri(page.Page.Url).Fragment.ShouldBe("#node-compare");
        (await page.IsInSightAsync(".node.here summary")).ShouldBeTrue();
    }

    [Fact]
    public async Task Search_ByKeysAlone_ChoosesAndOpens()
    {
        await using var page = await chromium.ShowAsync(Html("completed"));

        await page["#find"].FillAsync("read");
        (await page["#found li[aria-selected=true]"].CountAsync()).ShouldBe(1);
        await page.Page.Keyboard.PressAsync("ArrowDown");
        var wanted = await page["#found li[aria-selected=true]"].GetAttributeAsync("data-id");
        await page.Page.Keyboard.PressAsync("Enter");

        await page[$"#{wanted}"].WaitForAsync();
        (await page["#found"].IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Search_NothingHasIt_SaysSo()
    {
        await using var page = await chromium.ShowAsync(Html("completed"));

        await page["#find"].FillAsync("nowhere to be seen");

        (await page["#found"].InnerTextAsync()).ShouldBe("No node has that.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeepLink_ToANode_OpensIt(bool scripts)
    {
        await using var page = await chromium.ShowAsync(Html("completed"), new ShowOptions { Fragment = "#node-write", Scripts = scripts });

        await page["#node-write"].WaitForAsync();
        (await page.IsInSightAsync("#node-write")).ShouldBeTrue();
        (await page["#node-plan"].IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task OneClick_OnANodeOfTheGraph_ShowsPromptAnswerAndPrice()
    {
        await using var page = await chromium.ShowAsync(Html("completed"));

        await page["#graph a[href='#node-compare']"].ClickAsync();
        var text = await page[".node:has(#node-compare)"].InnerTextAsync();

        text.ShouldContain("Compare the three summaries");
        text.ShouldContain("All three sources agree");
        text.ShouldContain("2,960 × $3.00 + 410 × $15.00 per million = $0.015");
    }

    [Fact]
    public async Task Keys_StepThroughNodes_UnlessSwitchedOff()
    {
        await using var page = await chromium.ShowAsync(Html("failed"));

        await page.Page.Keyboard.PressAsync("j");
        await page.Page.Keyboard.PressAsync("j");
        new Uri(page.Page.Url).Fragment.ShouldBe("#node-search");
        await page.Page.Keyboard.PressAsync("k");
        new Uri(page.Page.Url).Fragment.ShouldBe("#node-plan");
        await page.Page.Keyboard.PressAsync("!");
        new Uri(page.Page.Url).Fragment.ShouldBe("#node-read-b");
        await page["#keys"].UncheckAsync();
        await page["h1"].ClickAsync();
        await page.Page.Keyboard.PressAsync("j");
        new Uri(page.Page.Url).Fragment.ShouldBe("#node-read-b");
    }

    [Fact]
    public async Task Graph_ByButtonsKeysAndMouse_MovesAndZooms()
    {
        await using var page = await chromium.ShowAsync(Html("large"));
        var canvas = page[".canvas"];
        var seen = new HashSet<string?> { await ViewBoxAsync(page) };

        await page["[data-zoom=in]"].ClickAsync();
        seen.Add(await ViewBoxAsync(page)).ShouldBeTrue("the button");
        await canvas.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        seen.Add(await ViewBoxAsync(page)).ShouldBeTrue("an arrow");
        await page.Page.Keyboard.PressAsync("-");
        seen.Add(await ViewBoxAsync(page)).ShouldBeTrue("the minus");
        var box = (await canvas.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + 300, box.Y + 200);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + 200, box.Y + 120, new MouseMoveOptions { Steps = 4 });
        await page.Page.Mouse.UpAsync();
        seen.Add(await ViewBoxAsync(page)).ShouldBeTrue("the mouse");
        await page["[data-zoom=fit]"].ClickAsync();
        var size = (await ViewBoxAsync(page))!.Split(' ');
        size[0].ShouldBe("0.0");
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeepLink_ToANodeInsideOthers_OpensAllOfThem(bool scripts)
    {
        await using var page = await chromium.ShowAsync(Html("inside"), new ShowOptions { Fragment = "#node-facts.review.critic", Scripts = scripts });

        await page["[id='node-facts.review.critic']"].WaitForAsync();
        (await page.IsInSightAsync("[id='node-facts.review.critic']")).ShouldBeTrue();
    }

    [Fact]
    public async Task Search_AWordOfANodeInsideOthers_LeadsToItAlone()
    {
        await using var page = await chromium.ShowAsync(Html("inside"));

        await page["#find"].FillAsync("the number is too low");

        (await page["#found li"].CountAsync()).ShouldBe(1);
        (await page["#found li"].GetAttributeAsync("data-id")).ShouldBe("node-facts.review.critic");
    }

    [Fact]
    public async Task Graph_ByItsButton_ShowsInsidesOrNot()
    {
        await using var page = await chromium.ShowAsync(Html("inside"));
        var inner = page["#graph a[href='#node-facts.find']"];

        (await inner.IsVisibleAsync()).ShouldBeTrue();
        await page["[data-insides]"].ClickAsync();
        (await inner.IsVisibleAsync()).ShouldBeFalse();
        (await page["#graph .drawing:not([hidden]) a[href='#node-facts']"].IsVisibleAsync()).ShouldBeTrue();
        await page["[data-insides]"].ClickAsync();
        (await inner.IsVisibleAsync()).ShouldBeTrue();
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Page_WithoutScripts_HasAllOfIt(string sample)
    {
        await using var page = await chromium.ShowAsync(Html(sample), new ShowOptions { Scripts = false });

        (await page["#graph svg a"].CountAsync()).ShouldBeGreaterThan(0);
        (await page["#nodes"].IsVisibleAsync()).ShouldBeTrue();
        (await page[".tools, .search, .keys"].First.IsVisibleAsync()).ShouldBeFalse("nothing that does nothing");
        var closed = page[".node:not([open]) > summary"];
        if (await closed.CountAsync() > 0)
        {
            await closed.First.ClickAsync();
            (await page[".node[open] .body"].First.IsVisibleAsync()).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Page_UnderThePolicyOfJenkins_IsReadable()
    {
        await using var page = await chromium.ShowAsync(Html("failed"), new ShowOptions { Policy = Jenkins, Fragment = "#node-read-b" });

        (await page["body"].InnerTextAsync()).ShouldContain("The provider does not accept the key in ANTHROPIC_API_KEY");
        (await page["#node-read-b"].IsVisibleAsync()).ShouldBeTrue();
        (await page["#timeline svg .bar"].First.IsVisibleAsync()).ShouldBeTrue();
        var frame = page["#graph svg .frame"].First;
        (await frame.EvaluateAsync<string>("it => getComputedStyle(it).fill")).ShouldBe("rgb(255, 255, 255)", "boxes are not black without their style");
        (await page["#timeline svg .lane, #timeline svg.lane"].First.BoundingBoxAsync())!.Width.ShouldBeGreaterThan(200);
        page.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Page_OnPaper_HasNoToolsAndIsCutNowhere()
    {
        await using var page = await chromium.ShowAsync(Html("failed"), new ShowOptions { Dark = true });
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await page["nav"].IsVisibleAsync()).ShouldBeFalse();
        (await page["#graph .tools"].IsVisibleAsync()).ShouldBeFalse();
        (await page["body"].EvaluateAsync<string>("it => getComputedStyle(it).color")).ShouldBe("rgb(27, 28, 32)", "ink is dark, whatever the screen is");
        (await page["#nodes .rows"].EvaluateAsync<string>("it => getComputedStyle(it).maxHeight")).ShouldBe("none");
        (await page.Page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Page_OfTwoHundredNodesWithLongAnswers_IsSmallEnoughToSend()
    {
        var report = SampleRuns.Large(200);
        var artifacts = report.Artifacts.Select(artifact => artifact with { Content = string.Concat(Enumerable.Repeat("A long answer, with <tags> & \"quotes\". ", 1_500)) });

        System.Text.Encoding.UTF8.GetByteCount(HtmlReport.Render(report with { Artifacts = [.. artifacts] })).ShouldBeLessThan(2_000_000);
    }

    private static Task<string?> ViewBoxAsync(ShownPage page) => page["#graph svg.graph"].GetAttributeAsync("viewBox");

    private static string Html(string sample) => sample == "large" ? Large.Value : HtmlReport.Render(SampleRuns.Of(sample));
}
