using System.Xml.Linq;
using Binex.Core.Configuration;
using Binex.Core.Gates;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Reports.Tests.Samples;
using Binex.Testing.Journals;

namespace Binex.Reports.Tests;

public sealed class JUnitReportTests
{
    [Fact]
    public void Render_TheTimeOfTheRunWasUp_IsAFailure()
    {
        var journal = JournalBuilder.For("flow", JournalNodes.Local("a", "sleep").At(4));
        journal.Start(maxCost: 0.25m, plannedMax: 0.19m);
        journal.Node("a", 5).Started().Attempt();
        journal.Add(100, new RunCancelling(StopReason.DeadlineExceeded, "the run took longer than its budget.max_duration of 90 ms"));
        journal.Complete(200, RunStatus.OverBudget, 3);

        Failures(SampleRuns.Project(journal)).ShouldBe([("the run", "the run took longer than its budget.max_duration of 90 ms")]);
    }

    [Fact]
    public void Render_InterruptedRun_IsAFailure() => Failures(SampleRuns.Of("interrupted")).ShouldHaveSingleItem().Name.ShouldBe("the run");

    [Fact]
    public void Render_AGateFailed_IsAFailure()
    {
        var report = SampleRuns.Of("completed");
        var gates = RunGates.Check(new GateTerms(new GateLimits { MaxDuration = TimeSpan.FromMilliseconds(1) }, 0, 0), report);

        Failures(report with { Gates = gates }).ShouldHaveSingleItem().Name.ShouldStartWith("gate ");
    }

    [Fact]
    public void Render_ANodeFailed_IsNotSaidTwice() => Failures(SampleRuns.Of("failed")).ShouldHaveSingleItem().Name.ShouldBe("read-b");

    private static List<(string Name, string Message)> Failures(RunReport report)
    {
        var suite = XDocument.Parse(JUnitReport.Render(report)).Root!.Element("testsuite")!;
        var cases = suite.Elements("testcase").ToList();
        var failures = cases.Where(it => it.Element("failure") is not null).ToList();
        suite.Attribute("tests")!.Value.ShouldBe($"{cases.Count}");
        suite.Attribute("failures")!.Value.ShouldBe($"{failures.Count}");
        return failures.ConvertAll(it => (it.Attribute("name")!.Value, it.Element("failure")!.Attribute("message")!.Value));
    }
}
