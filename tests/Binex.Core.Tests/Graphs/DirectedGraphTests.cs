using Binex.Core.Graphs;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Graphs;

public sealed class DirectedGraphTests
{
    [Fact]
    public void Neighbours_EdgesInAnyOrder_Rise()
    {
        var graph = RandomGraphs.Of(4, (3, 0), (1, 0), (2, 0), (0, 3), (0, 1));

        graph.Predecessors(0).ToArray().ShouldBe([1, 2, 3]);
        graph.Successors(0).ToArray().ShouldBe([1, 3]);
        graph.Successors(3).ToArray().ShouldBe([0]);
        graph.Predecessors(2).ToArray().ShouldBeEmpty();
        (graph.Count, graph.EdgeCount).ShouldBe((4, 5));
    }

    [Fact]
    public void Neighbours_AnyGraph_AreItsEdges() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[0, 30].Holds(
            1_000,
            pairs =>
            {
                var edges = pairs.Distinct().ToArray();
                var graph = new DirectedGraph(8, edges);

                for (var node = 0; node < 8; node++)
                {
                    graph.Successors(node).ToArray().ShouldBe(edges.Where(edge => edge.Item1 == node).Select(edge => edge.Item2).Order());
                    graph.Predecessors(node).ToArray().ShouldBe(edges.Where(edge => edge.Item2 == node).Select(edge => edge.Item1).Order());
                }
            });

    [Fact]
    public void Reach_AnyGraph_IsTheClosure() =>
        RandomGraphs.Any.Holds(
            1_000,
            graph =>
            {
                var reaches = Closure(graph);
                for (var node = 0; node < graph.Count; node++)
                {
                    graph.Reach(node, backwards: false).Order().ShouldBe(Enumerable.Range(0, graph.Count).Where(other => reaches[node, other]));
                    graph.Reach(node, backwards: true).Order().ShouldBe(Enumerable.Range(0, graph.Count).Where(other => reaches[other, node]));
                }
            });

    /// <summary>Which node reaches which, itself included, by S. Warshall's method.</summary>
    internal static bool[,] Closure(DirectedGraph graph)
    {
        var reaches = new bool[graph.Count, graph.Count];
        for (var node = 0; node < graph.Count; node++)
        {
            reaches[node, node] = true;
            foreach (var next in graph.Successors(node))
            {
                reaches[node, next] = true;
            }
        }

        for (var middle = 0; middle < graph.Count; middle++)
        {
            for (var from = 0; from < graph.Count; from++)
            {
                for (var to = 0; to < graph.Count; to++)
                {
                    reaches[from, to] |= reaches[from, middle] && reaches[middle, to];
                }
            }
        }

        return reaches;
    }
}
