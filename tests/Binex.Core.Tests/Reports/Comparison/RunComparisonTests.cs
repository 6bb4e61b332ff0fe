using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;
using Binex.Core.Reports.Comparison;
using Binex.Core.Runs;
using Binex.Testing.Journals;

namespace Binex.Core.Tests.Reports.Comparison;

public sealed class RunComparisonTests
{
    [Fact]
    public async Task Between_ARunAndItself_NothingChanged()
    {
        var report = await ReportAsync("ask", "yes");

        var comparison = RunComparison.Between(report, report);

        comparison.Changes.ShouldBeEmpty();
        comparison.Nodes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Between_AnotherPromptAndAnswer_NamesBoth()
    {
        var comparison = RunComparison.Between(await ReportAsync("ask", "yes"), await ReportAsync("ask again", "no"));

        var node = comparison.Changes.ShouldHaveSingleItem();
        node.Id.ShouldBe("b");
        node.Change.ShouldBe(NodeChange.Changed);
        node.Reasons.ShouldBe(["prompt", "output"]);
    }

    [Fact]
    public async Task Between_NodesThatCameAndWent_SaysSo()
    {
        var report = await ReportAsync("ask", "yes");
        var other = report with { Nodes = [report.Nodes[0], new ReportNode("c", "local://echo", NodeStatus.Completed)] };

        var comparison = RunComparison.Between(report, other);

        comparison.Nodes.Select(node => (node.Id, node.Change)).ShouldBe([("a", NodeChange.Unchanged), ("c", NodeChange.Added), ("b", NodeChange.Removed)]);
    }

    [Fact]
    public async Task Between_SomethingInsideANodeChanged_TheNodeDidToo()
    {
        var report = await ReportAsync("ask", "yes");
        var one = new ReportNode("b.1", "local://echo", NodeStatus.Completed) { Parent = "b" };
        var two = new ReportNode("b.2", "local://echo", NodeStatus.Completed) { Parent = "b" };

        var comparison = RunComparison.Between(
            report with { Nodes = [.. report.Nodes, one, two] }, report with { Nodes = [.. report.Nodes, one with { Status = NodeStatus.Failed }] });

        comparison.Nodes.Select(node => (node.Id, node.Change)).ShouldBe(
            [("a", NodeChange.Unchanged), ("b", NodeChange.Changed), ("b.1", NodeChange.Changed), ("b.2", NodeChange.Removed)]);
        comparison.Nodes[1].Reasons.ShouldBe(["what lies inside"]);
    }

    private static Task<RunReport> ReportAsync(string prompt, string answer)
    {
        var journal = JournalBuilder.For("flow", JournalNodes.Local("a", "echo"), JournalNodes.Llm("b", "gpt-4o", "a")).Start();
        journal.Node("a", 5).Started().Attempt().Completed("x");
        journal.Node("b", 10).Started().Attempt(prompt: prompt).Call(answer).Completed(answer);
        journal.Complete(2_000);
        return ReportProjector.ProjectAsync(journal.Workflow, journal.Build(), journal.Artifacts, new ReportOptions(), CancellationToken.None);
    }
}
