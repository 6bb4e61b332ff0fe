using Binex.Reports.Tests.Samples;

namespace Binex.Reports.Tests;

public sealed class TextReportTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.Names.Where(name => name != "hostile")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_Sample_FitsHundredColumns(string sample)
    {
        var text = TextReport.Render(SampleRuns.Of(sample), "report.html");

        text.Split('\n').ShouldAllBe(line => line.Length <= 100);
    }

    [Fact]
    public void Render_ReportInTwoForms_NamesBoth() =>
        TextReport.Render(SampleRuns.Large(2), "report.html", "report.xml").ShouldContain("\n  report  report.html\n  report  report.xml\n");

    [Fact]
    public void Render_LargeRun_ShowsFailuresFirstAndCountsTheRest()
    {
        var report = SampleRuns.Large(500);

        var text = TextReport.Render(report);

        text.ShouldContain("460 more nodes");
        text.Split('\n').Length.ShouldBeLessThan(150);
    }
}
