using Binex.Core.Reports;
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
    public void Render_MoreWasSpentThanTheCapAndThePlanAllow_SaysHowMuchMore()
    {
        var report = SampleRuns.Of("completed");
        var cost = report.Totals.Cost;
        var cap = new ReportCap("run", "cost", (cost * 0.4m).ToExactString(), cost.ToExactString(), "0", "0");

        var text = TextReport.Render(report with { Plan = new ReportPlan(cost * 0.5m), Budget = report.Budget with { Caps = [cap] } });

        text.ShouldContain("(250 %)");
        text.ShouldContain("200 % of the worst case");
    }

    [Fact]
    public void Render_LargeRun_ShowsFailuresFirstAndCountsTheRest()
    {
        var report = SampleRuns.Large(500);

        var text = TextReport.Render(report);

        text.ShouldContain("460 more nodes");
        text.Split('\n').Length.ShouldBeLessThan(150);
    }
}
