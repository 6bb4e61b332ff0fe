using System.Text;
using System.Text.RegularExpressions;
using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests;

public sealed partial class GoldenTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_IsAsExpected(string sample)
    {
        var report = SampleRuns.Of(sample);

        GoldenFolder.ShouldMatch(sample, "expected.html", WithoutAssets(HtmlReport.Render(report)));
        GoldenFolder.ShouldMatch(sample, "expected.md", MarkdownReport.Render(report));
        GoldenFolder.ShouldMatch(sample, "expected.txt", TextReport.Render(report, ".binex/runs/x/report.html"));
        GoldenFolder.ShouldMatch(sample, "expected.xml", JUnitReport.Render(report));
        GoldenFolder.ShouldMatch(sample, "expected.json", Encoding.UTF8.GetString(ReportJson.Write(report)));
    }

    // The style and the script are the same in every page; a change of theirs is no change of these.
    private static string WithoutAssets(string html) =>
        Hash().Replace(html.Replace(ReportTemplates.Css, "STYLE", StringComparison.Ordinal).Replace(ReportTemplates.Script, "SCRIPT", StringComparison.Ordinal), "sha256-HASH");

    [GeneratedRegex("sha256-[A-Za-z0-9+/=]+")]
    private static partial Regex Hash();
}
