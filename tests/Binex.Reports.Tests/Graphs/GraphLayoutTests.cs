using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Reports.Graphs;
using Binex.Reports.Tests.Samples;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Reports.Tests.Graphs;

public sealed class GraphLayoutTests
{
    private static readonly Gen<RunReport> Reports = Gen.Select(Gen.Int[1, 40], Gen.Int[0, int.MaxValue], (count, seed) =>
    {
        var random = new Random(seed);
        var edges = Enumerable.Range(1, count - 1)
            .SelectMany(to => Enumerable.Range(0, random.Next(3)).Select(_ => new ReportEdge($"n{random.Next(to)}", $"n{to}", false)))
            .Distinct()
            .ToList();
        if (random.Next(2) == 0)
        {
            edges.Add(new ReportEdge($"n{count - 1}", "n0", true));
        }

        return Report([.. Enumerable.Range(0, count).Select(i => $"n{i}")], edges);
    });

    [Fact]
    public void Of_AnyGraph_NoTwoBoxesOverlap() => Reports.Holds(200, report =>
    {
        var layout = GraphLayout.Of(RunGraph.Of(report));

        var corners = Enumerable.Range(0, report.Nodes.Count).Select(layout.Corner).ToList();
        for (var i = 0; i < corners.Count; i++)
        {
            corners[i].X.ShouldBeInRange(0, layout.Width - GraphLayout.BoxWidth);
            corners[i].Y.ShouldBeInRange(0, layout.Height - GraphLayout.BoxHeight);
            for (var j = 0; j < i; j++)
            {
                var apart = Math.Abs(corners[i].X - corners[j].X) >= GraphLayout.BoxWidth - 0.01 || Math.Abs(corners[i].Y - corners[j].Y) >= GraphLayout.BoxHeight - 0.01;
                apart.ShouldBeTrue();
            }
        }
    });

    [Fact]
    public void Of_AnyGraph_EdgesGoForward() => Reports.Holds(200, report =>
    {
        var layout = GraphLayout.Of(RunGraph.Of(report));

        layout.Edges.ShouldAllBe(edge => layout.Begin(edge.From) < layout.Begin(edge.To));
    });

    [Fact]
    public void Draw_SameGraph_SameDrawing() => Reports.Holds(50, report => Drawing(report).ShouldBe(Drawing(report)));

    [Fact]
    public void Reduce_TwoCrossedEdges_UncrossesThem()
    {
        var layers = new GraphLayers(4, [(0, 3), (1, 2)]);

        CrossingReduction.Crossings(layers).ShouldBe(1);
        CrossingReduction.Reduce(layers);

        CrossingReduction.Crossings(layers).ShouldBe(0);
    }

    [Fact]
    public void Of_Chain_GoesDownWhenItIsTooLongForAPage()
    {
        var ids = Enumerable.Range(0, 8).Select(i => $"n{i}").ToList();

        GraphLayout.Of(RunGraph.Of(Report(ids, [.. ids.Skip(1).Zip(ids, (to, from) => new ReportEdge(from, to, false))]))).IsDown.ShouldBeTrue();
        GraphLayout.Of(RunGraph.Of(Report(ids[..3], [new ReportEdge("n0", "n1", false), new ReportEdge("n1", "n2", false)]))).IsDown.ShouldBeFalse();
    }

    [Fact]
    public void Of_OneNodeMore_LeavesTheOthersWhereTheyWere() => Reports.Holds(50, report =>
    {
        var more = report with { Nodes = [.. report.Nodes, new ReportNode("zz", "local://echo", NodeStatus.Completed)], Edges = [.. report.Edges, new ReportEdge("n0", "zz", false)] };

        var (before, after) = (GraphLayout.Of(RunGraph.Of(report)), GraphLayout.Of(RunGraph.Of(more)));

        Enumerable.Range(0, report.Nodes.Count).ShouldAllBe(i => before.Layers.LayerOf(i) == after.Layers.LayerOf(i));
    });

    [Fact]
    public void Draw_EdgesOfUnknownNodes_AreLeftOut() =>
        Drawing(Report(["a"], [new ReportEdge("a", "b", false), new ReportEdge("c", "a", true), new ReportEdge("a", "a", true)])).ShouldNotBeEmpty();

    [Fact]
    public void Draw_AnyEdgesAtAll_AreDrawn() => Gen.Select(Gen.Int[1, 30], Gen.Int[0, int.MaxValue]).Holds(200, (count, seed) =>
    {
        var random = new Random(seed);
        var edges = Enumerable.Range(0, 2 * count).Select(_ => new ReportEdge($"n{random.Next(count)}", $"n{random.Next(count)}", random.Next(9) == 0)).ToList();

        Drawing(Report([.. Enumerable.Range(0, count).Select(i => $"n{i}")], edges)).ShouldNotBeEmpty();
    });

    [Fact]
    public void Draw_Cycle_IsDrawnAllTheSame() =>
        Drawing(Report(["a", "b"], [new ReportEdge("a", "b", false), new ReportEdge("b", "a", false)])).ShouldNotBeEmpty();

    private static string Drawing(RunReport report) => GraphSvg.Draw(RunGraph.Of(report))!.Text;

    private static RunReport Report(IReadOnlyList<string> ids, IReadOnlyList<ReportEdge> edges) =>
        SampleRuns.Project(SampleRuns.Failed()) with
        {
            Nodes = [.. ids.Select(id => new ReportNode(id, "local://echo", NodeStatus.Completed))],
            Edges = edges,
            CriticalPath = [],
        };
}
