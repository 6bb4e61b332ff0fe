using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Testing.Journals;

namespace Binex.Core.Tests.Reports;

public sealed class JournalGapsTests
{
    [Fact]
    public async Task ProjectAsync_WholeJournal_SaysNothingOfGaps() => (await ProjectAsync(new ReportOptions())).Notes.ShouldBeEmpty();

    [Fact]
    public async Task ProjectAsync_TornTail_SaysSo()
    {
        var report = await ProjectAsync(new ReportOptions { Gaps = new JournalGaps(0, 17, null) });

        report.Notes.ShouldHaveSingleItem().Message.ShouldBe("the last line of the journal was cut off while it was written, and is left out");
    }

    [Theory]
    [InlineData(1, "1 fact that a newer version of Binex wrote is left out")]
    [InlineData(3, "3 facts that a newer version of Binex wrote are left out")]
    public async Task ProjectAsync_NewerVersion_SaysSo(int unknown, string expected)
    {
        var report = await ProjectAsync(new ReportOptions { Gaps = new JournalGaps(unknown, 0, null) });

        var note = report.Notes.ShouldHaveSingleItem();
        note.Severity.ShouldBe("warning");
        note.Message.ShouldStartWith(expected);
    }

    [Fact]
    public async Task ProjectAsync_Damage_SaysWhereItEnds()
    {
        var report = await ProjectAsync(new ReportOptions { Gaps = new JournalGaps(0, 0, "line 7 of the journal is broken") });

        var note = report.Notes.ShouldHaveSingleItem();
        note.Severity.ShouldBe("error");
        note.Message.ShouldContain("line 7 of the journal is broken");
    }

    [Fact]
    public async Task ProjectAsync_RunThatIsStillGoing_SaysSo()
    {
        var report = await ProjectAsync(new ReportOptions { IsAlive = true }, isOver: false);

        report.Run.Status.ShouldBe(RunStatus.Running);
        report.Notes.ShouldHaveSingleItem().Message.ShouldStartWith("the run is still going");
    }

    [Fact]
    public async Task ProjectAsync_EmptyJournal_IsThatOfARunThatHasNotBegun()
    {
        var workflow = JournalBuilder.For("empty", JournalNodes.Local("a", "echo")).Workflow;

        var report = await ReportProjector.ProjectAsync(workflow, [], new JournalArtifacts(), new ReportOptions { RunId = "r1" }, CancellationToken.None);

        report.Run.Status.ShouldBe(RunStatus.Pending);
        report.Run.Id.ShouldBe("r1");
        report.Notes.ShouldHaveSingleItem().Message.ShouldStartWith("the run has not begun");
    }

    private static Task<RunReport> ProjectAsync(ReportOptions options, bool isOver = true)
    {
        var journal = JournalBuilder.For("flow", JournalNodes.Local("a", "echo")).Start();
        journal.Node("a", 5).Started().Attempt().Completed("x");
        if (isOver)
        {
            journal.Complete(20);
        }

        return ReportProjector.ProjectAsync(journal.Workflow, journal.Build(), journal.Artifacts, options, CancellationToken.None);
    }
}
