using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Reports.Graphs;
using Binex.Reports.Tests.Samples;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Reports.Tests.Graphs;

public sealed class GraphFoldTests
{
    [Fact]
    public void Fold_AnyLargeRun_HasEveryNodeOnceAndFewBoxesAndNoCycle() => Gen.Select(Gen.Int[1, 900], Gen.Int[0, int.MaxValue], Gen.Int[50, 200]).Holds(12, (nodes, seed, most) =>
    {
        var report = Random(nodes, seed);
        var edges = new GraphEdges(report, NodeTree.Of(report.Nodes)).Of(-1).ToList();

        var groups = GraphFold.Fold(report.Nodes, new HashSet<int>(), edges, most);
        var graph = RunGraph.Of(report, most);

        groups.SelectMany(group => group.Members).Order().ShouldBe(Enumerable.Range(0, nodes));
        groups.Count.ShouldBeLessThanOrEqualTo(most);
        graph.Boxes.Sum(box => box.Count).ShouldBe(nodes);
        var layers = GraphLayers.LongestPaths(graph.Boxes.Count, graph.Edges);
        graph.Edges.ShouldAllBe(edge => layers[edge.From] < layers[edge.To]);
    });

    [Fact]
    public void Fold_SmallRun_FoldsNothing() => RunGraph.Of(Random(GraphFold.MostBoxes, 1)).IsFolded.ShouldBeFalse();

    [Fact]
    public void Fold_WhatWentWrong_StaysForItself()
    {
        var report = Random(500, 3) with { Causes = [new ReportCause("n123", NodeStatus.Failed, "it broke", "mend it")] };

        RunGraph.Of(report).Boxes.ShouldContain(box => box.Name == "n123" && box.Count == 1);
    }

    [Theory]
    [InlineData("summarise-12", "summarise")]
    [InlineData("n7", "n")]
    [InlineData("review.critic-2", "review.critic")]
    [InlineData("translate.12", "translate")]
    [InlineData("42", "")]
    [InlineData("plan", "plan")]
    public void Stem_OfAnId_IsWhatItsKindHasInCommon(string id, string stem) => GraphFold.Stem(id).ShouldBe(stem);

    private static RunReport Random(int nodes, int seed)
    {
        var random = new Random(seed);
        return SampleRuns.Project(SampleRuns.Completed()) with
        {
            Nodes = [.. Enumerable.Range(0, nodes).Select(i => new ReportNode($"n{i}", random.Next(3) == 0 ? "local://echo" : "llm://gpt-4o", NodeStatus.Completed))],
            Edges = [.. Enumerable.Range(1, nodes - 1).Where(_ => random.Next(4) > 0).Select(to => new ReportEdge($"n{random.Next(to)}", $"n{to}", false))],
            CriticalPath = [],
        };
    }
}
