using System.Text;
using Binex.Core.Reports;
using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests;

public sealed class GoldenTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_IsAsExpected(string sample)
    {
        var report = SampleRuns.Project(SampleRuns.All[sample]());

        GoldenFolder.ShouldMatch(sample, "expected.html", HtmlReport.Render(report));
        GoldenFolder.ShouldMatch(sample, "expected.md", MarkdownReport.Render(report));
        GoldenFolder.ShouldMatch(sample, "expected.txt", TextReport.Render(report, ".binex/runs/x/report.html"));
        GoldenFolder.ShouldMatch(sample, "expected.xml", JUnitReport.Render(report));
        GoldenFolder.ShouldMatch(sample, "expected.json", Encoding.UTF8.GetString(ReportJson.Write(report)));
    }
}
