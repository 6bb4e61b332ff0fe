using System.Text.RegularExpressions;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests;

public sealed partial class HtmlReportTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_NeedsNothingFromOutside(string sample)
    {
        var html = HtmlReport.Render(SampleRuns.Of(sample));

        var page = html[..html.LastIndexOf("<script>", StringComparison.Ordinal)];
        Resource().IsMatch(page).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_IdsAreUniqueAndLinksLeadSomewhere(string sample)
    {
        var html = HtmlReport.Render(SampleRuns.Of(sample));

        LinksLeadSomewhere(html);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_TagsAreBalanced(string sample)
    {
        var html = HtmlReport.Render(SampleRuns.Of(sample));

        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html[html.IndexOf("<body", StringComparison.Ordinal)..html.LastIndexOf("<script>", StringComparison.Ordinal)]))
        {
            if (tag.Value.EndsWith("/>", StringComparison.Ordinal))
            {
                continue;
            }

            if (tag.Value.StartsWith("</", StringComparison.Ordinal))
            {
                if (open.Count > 0)
                {
                    tag.Groups[1].Value.ShouldBe(open.Pop());
                }
            }
            else
            {
                if (tag.Groups[1].Value != "input")
                {
                    open.Push(tag.Groups[1].Value);
                }
            }
        }

        open.ShouldBe(["body"]);
    }

    [Fact]
    public void Render_LargeRun_LeavesOutWhatNobodyReads()
    {
        var html = HtmlReport.Render(SampleRuns.Large(2_500));

        html.ShouldMatch("1,500 nodes, [0-9,]+ of which ended as they should, are left out here");
        html.ShouldContain("nodes of one kind, folded");
        LinksLeadSomewhere(html);
    }

    private static void LinksLeadSomewhere(string html)
    {
        var ids = Id().Matches(html).Select(match => match.Groups[1].Value).ToList();
        ids.ShouldBeUnique();
        var known = ids.ToHashSet();
        Link().Matches(html).Select(match => match.Groups[1].Value).Distinct().ShouldAllBe(target => known.Contains(target));
    }

    [GeneratedRegex("<[^<>]*\\s(?:src|action|xlink:href)=|<[^<>]*\\shref=\"(?!#)|@import|url\\((?!#)|<link|<script", RegexOptions.IgnoreCase)]
    private static partial Regex Resource();

    [GeneratedRegex("<[^>]*\\sid=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("</?([a-z][a-z0-9]*)(?:\\s[^<>]*)?>")]
    private static partial Regex Tag();
}
