using Binex.Core.Graphs;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Graphs;

public sealed class TopologicalOrderTests
{
    [Fact]
    public void Of_SeveralReady_TakesTheLowest() =>
        TopologicalOrder.Of(RandomGraphs.Of(5, (4, 0), (3, 1), (3, 2)))!.ShouldBe([3, 1, 2, 4, 0]);

    [Fact]
    public void Of_Cycle_IsNull() => TopologicalOrder.Of(RandomGraphs.Of(3, (0, 1), (1, 2), (2, 1))).ShouldBeNull();

    [Fact]
    public void Of_Nothing_IsEmpty() => TopologicalOrder.Of(RandomGraphs.Of(0))!.ShouldBeEmpty();

    [Fact]
    public void Of_AnyGraph_AlwaysTakesTheLowestWhoseDependenciesAreDone() =>
        Gen.OneOf(RandomGraphs.Any, RandomGraphs.Acyclic).Holds(
            1_000,
            graph => (TopologicalOrder.Of(graph) ?? []).ShouldBe(Naive(graph) ?? []));

    [Fact]
    public void Of_AHundredThousandNodesWithAFanIn_IsFast()
    {
        var graph = new DirectedGraph(100_001, [.. Enumerable.Range(0, 100_000).Select(node => (node, 100_000))]);

        TopologicalOrder.Of(graph).AsSpan().SequenceEqual(Enumerable.Range(0, 100_001).ToArray()).ShouldBeTrue();
    }

    private static List<int>? Naive(DirectedGraph graph)
    {
        var order = new List<int>();
        while (order.Count < graph.Count)
        {
            var next = Enumerable.Range(0, graph.Count)
                .FirstOrDefault(node => !order.Contains(node) && graph.Predecessors(node).ToArray().All(order.Contains), -1);
            if (next < 0)
            {
                return null;
            }

            order.Add(next);
        }

        return order;
    }
}
