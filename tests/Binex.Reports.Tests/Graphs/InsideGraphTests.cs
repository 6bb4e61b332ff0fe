using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Reports.Graphs;
using Binex.Reports.Tests.Samples;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Reports.Tests.Graphs;

/// <summary>Boxes with what lies inside their nodes.</summary>
public sealed class InsideGraphTests
{
    [Fact]
    public void Of_NodesInsideOthers_HaveBoxesInTheirBoxes()
    {
        var graph = RunGraph.Of(SampleRuns.Of("inside"));

        graph.Boxes.Select(box => box.Name).ShouldBe(["cities", "describe", "facts", "page"]);
        Inside(graph, "describe").Boxes.Select(box => (box.Name, box.Count)).ShouldBe([("items", 7), ("describe.5", 1)]);
        var facts = Inside(graph, "facts");
        facts.Boxes.Select(box => box.Name).ShouldBe(["facts.find", "facts.review", "facts.shape"]);
        facts.Edges.ShouldBe([(0, 1), (1, 2)]);
        Inside(facts, "facts.review").Edges.Order().ShouldBe([(0, 1), (0, 2), (1, 2)]);
    }

    [Fact]
    public void Of_AShutGraph_HasTheNodesOfTheWorkflowAlone()
    {
        var graph = RunGraph.Of(SampleRuns.Of("inside"), isOpen: false);

        graph.IsOpen.ShouldBeFalse();
        graph.Boxes[1].Agent.ShouldBe("8 inside: 6 completed, 1 failed, 1 cancelled");
    }

    [Fact]
    public void Of_EdgesBetweenInsides_AreEdgesOfTheNodesAround()
    {
        var report = Report([("a", null), ("b", null), ("a.1", "a"), ("b.1", "b"), ("b.2", "b")], [("a.1", "b.2"), ("b.1", "b.2"), ("b", "b.1")]);

        var graph = RunGraph.Of(report);

        graph.Edges.ShouldBe([(0, 1)]);
        Inside(graph, "b").Edges.ShouldBe([(0, 1)]);
    }

    [Fact]
    public void Layout_AnyNesting_KeepsInsidesInTheirBoxesAndBoxesApart() => Gen.Select(Gen.Int[1, 40], Gen.Int[0, int.MaxValue]).Holds(200, (count, seed) =>
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, count).Select(i => ($"n{i}", random.Next(3) == 0 ? null : (string?)$"n{random.Next(count)}")).ToArray();
        var edges = Enumerable.Range(0, count).Select(_ => ($"n{random.Next(count)}", $"n{random.Next(count)}")).ToArray();

        ShouldHold(GraphLayout.Of(RunGraph.Of(Report(nodes, edges))));
    });

    private static void ShouldHold(GraphLayout layout)
    {
        var boxes = layout.Insides.Select((inside, i) => (Inside: inside, layout.Corner(i).X, layout.Corner(i).Y, Size: layout.SizeOf(i))).ToList();
        foreach (var (inside, x, y, size) in boxes)
        {
            (x + size.Width).ShouldBeLessThanOrEqualTo(layout.Width + 0.01);
            (y + size.Height).ShouldBeLessThanOrEqualTo(layout.Height + 0.01);
            if (inside is not null)
            {
                inside.Width.ShouldBeLessThanOrEqualTo(size.Width);
                (inside.Height + GraphLayout.HeadHeight).ShouldBeLessThanOrEqualTo(size.Height);
                ShouldHold(inside);
            }
        }

        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (boxes[i], boxes[j]);
                var isApart = one.X + one.Size.Width <= other.X + 0.01 || other.X + other.Size.Width <= one.X + 0.01
                    || one.Y + one.Size.Height <= other.Y + 0.01 || other.Y + other.Size.Height <= one.Y + 0.01;
                isApart.ShouldBeTrue($"boxes {j} and {i}");
            }
        }
    }

    private static GraphModel Inside(GraphModel graph, string name) => graph.Boxes.Single(box => box.Name == name).Inside.ShouldNotBeNull();

    private static RunReport Report((string Id, string? Parent)[] nodes, (string From, string To)[] edges) => SampleRuns.Of("completed") with
    {
        Nodes = [.. nodes.Select(node => new ReportNode(node.Id, "local://echo", NodeStatus.Completed) { Parent = node.Parent })],
        Edges = [.. edges.Select(edge => new ReportEdge(edge.From, edge.To, IsBackEdge: false))],
        CriticalPath = [],
    };
}
