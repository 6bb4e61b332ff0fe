using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Reports.Tests.Samples;
using Binex.Testing.Journals;

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

    [Theory]
    [MemberData(nameof(Samples))]
    public void Render_OnANarrowTerminal_FitsIt(string sample)
    {
        var text = TextReport.Render(SampleRuns.Of(sample), 80, "report.html");

        text.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public void Render_BilledAboveTheWorstCase_SaysHowFarAbove()
    {
        var report = SampleRuns.Of("completed");
        var cost = new Money(report.Plan!.Max!.Value.Usd * 3);

        var text = TextReport.Render(report with
        {
            Totals = report.Totals with { Cost = cost },
            Budget = report.Budget with { Reservations = new ReportReservations(1, new Money(0.002m), new Money(0.8m)) },
        });

        text.ReplaceLineEndings(" ").ShouldContain("300 % of the worst case");
        text.ReplaceLineEndings(" ").ShouldContain("40,000 % of");
    }

    [Fact]
    public void Render_MessageBeginsWithAHost_LeavesItsNameAsItIs()
    {
        var report = SampleRuns.Of("failed");

        string Shown(string message) => TextReport.Render(report with { Causes = [.. report.Causes.Select(cause => cause with { Message = message })] });

        Shown("api.openai.com could not be reached").ShouldContain("    api.openai.com could", Case.Sensitive);
        Shown("nobody is there.").ShouldContain("    Nobody is there.", Case.Sensitive);
    }

    [Fact]
    public void Render_OneNodeAlone_IsNotCounted()
    {
        var report = SampleRuns.Of("failed");

        TextReport.Render(report with { Nodes = [report.Nodes.Single(node => node.Id == "read-b")] }).ShouldContain(": its one node failed\n");
    }

    [Fact]
    public void Render_FallbackAnswered_NamesBothModels()
    {
        var journal = JournalBuilder.For("trip", JournalNodes.Llm("ask", "gpt-4o"));
        journal.Start();
        journal.Node("ask", 30).Started().Attempt(prompt: "Where to?").Call("Rome", 10, 2, 610, 16).Completed("Rome");
        journal.Complete(700);
        var report = SampleRuns.Project(journal);
        TextReport.Render(report).ShouldContain("  gpt-4o  ");

        var asked = report.Nodes[0].Attempts[0];
        var node = report.Nodes[0] with { Attempts = [asked with { Calls = [asked.Calls[0] with { Model = "ollama/llama3.2" }] }] };

        TextReport.Render(report with { Nodes = [node] }).ShouldContain("  gpt-4o → ollama/llama3.2  ");
    }

    [Fact]
    public void Render_WentWrongAndNoReportWasWritten_SaysHowToHaveOne()
    {
        var report = SampleRuns.Of("failed");

        TextReport.Render(report).ShouldContain($"\n  report  dotnet binex report {report.Run.Id} --out report.html\n  resume  ");
        TextReport.Render(report, "r.html").ShouldNotContain("--out report.html");
        TextReport.Render(SampleRuns.Of("completed")).ShouldNotContain("--out report.html");
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
