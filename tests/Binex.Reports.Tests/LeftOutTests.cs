using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Reports.Indexes;
using Binex.Reports.Tests.Samples;
using Binex.Testing.Journals;

namespace Binex.Reports.Tests;

/// <summary>What a page says of that for which it has no room, or no time.</summary>
public sealed class LeftOutTests
{
    [Theory]
    [InlineData(1_200, 1_200, "200 nodes are left out here")]
    [InlineData(1_001, 0, "1 node that ended as they should is left out here")]
    [InlineData(1_200, 1_100, "200 nodes, 100 of which ended as they should, are left out here")]
    public void Render_MoreNodesThanThereIsRoomFor_SaysHowTheyEnded(int nodes, int failed, string words)
    {
        var report = SampleRuns.Of("completed");
        var list = Enumerable.Range(0, nodes).Select(i => new ReportNode($"n{i}", "local://fail", i < failed ? NodeStatus.Failed : NodeStatus.Completed));

        HtmlReport.Render(report with { Nodes = [.. list] }).ShouldContain(words);
    }

    [Fact]
    public void Render_ARunThatNeverBegan_HasNoTimeInTheIndex()
    {
        var begun = IndexedRun.Of(SampleRuns.Of("completed"), null);

        IndexReport.Render([begun, new IndexedRun("r0", "", RunStatus.Pending, default, 0, Money.Zero)], "1").ShouldNotContain("0001-01-01");
    }

    [Fact]
    public void Project_OneNodeThatTheWorkflowDoesNotHave_IsOne()
    {
        var journal = JournalBuilder.For("flow", JournalNodes.Local("a", "echo").At(4));
        journal.Start(maxCost: 0.25m, plannedMax: 0.19m);
        journal.Add(100, new NodeReady("b", 1));
        journal.Complete(200);

        SampleRuns.Project(journal).Notes.ShouldContain(note => note.Message.Contains("tells of 1 node that"));
    }
}
