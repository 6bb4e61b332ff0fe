using System.Text.RegularExpressions;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests;

public sealed partial class HtmlReportTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_NeedsNothingFromOutside(string sample)
    {
        var html = HtmlReport.Render(SampleRuns.Project(SampleRuns.All[sample]()));

        html.ShouldContain("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
        Resource().IsMatch(html).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_IdsAreUniqueAndLinksLeadSomewhere(string sample)
    {
        var html = HtmlReport.Render(SampleRuns.Project(SampleRuns.All[sample]()));

        var ids = Id().Matches(html).Select(match => match.Groups[1].Value).ToList();
        ids.ShouldBeUnique();
        Link().Matches(html).Select(match => match.Groups[1].Value).Distinct().ShouldAllBe(target => ids.Contains(target));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_TagsAreBalanced(string sample)
    {
        var html = HtmlReport.Render(SampleRuns.Project(SampleRuns.All[sample]()));

        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html[html.IndexOf("<body", StringComparison.Ordinal)..]))
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
                open.Push(tag.Groups[1].Value);
            }
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Render_LargeRun_LeavesOutWhatNobodyReads()
    {
        var html = HtmlReport.Render(SampleRuns.Large(2_500));

        html.ShouldContain("500 nodes that ended as they should are left out here");
        html.ShouldContain("A graph is drawn up to 300 nodes; this one has 2,500");
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
