using Binex.Core.Graphs;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Graphs;

public sealed class CycleFinderTests
{
    [Fact]
    public void Shortest_NodeThatNeedsItself_IsACycleOfOne() =>
        CycleFinder.Shortest(RandomGraphs.Of(4, (0, 1), (1, 0), (3, 3)))!.ShouldBe([3]);

    [Fact]
    public void Shortest_Cycle_IsInOrderOfNeed() =>
        CycleFinder.Shortest(RandomGraphs.Of(4, (3, 1), (2, 3), (1, 2), (0, 1)))!.ShouldBe([1, 3, 2]);

    [Fact]
    public void Shortest_SeveralOfALength_BeginsWithTheLowest() =>
        CycleFinder.Shortest(RandomGraphs.Of(7, (0, 1), (1, 2), (2, 0), (5, 6), (6, 5), (3, 4), (4, 3)))!.ShouldBe([3, 4]);

    [Fact]
    public void Shortest_NoCycle_IsNull() => CycleFinder.Shortest(RandomGraphs.Of(3, (0, 1), (0, 2), (1, 2))).ShouldBeNull();

    [Fact]
    public void Shortest_AnyGraph_IsAShortestCycle() =>
        RandomGraphs.Any.Holds(
            500,
            graph =>
            {
                var cycle = CycleFinder.Shortest(graph);

                (cycle is null).ShouldBe(TopologicalOrder.Of(graph) is not null);
                if (cycle is null)
                {
                    return;
                }

                for (var i = 0; i < cycle.Count; i++)
                {
                    graph.Predecessors(cycle[i]).Contains(cycle[(i + 1) % cycle.Count]).ShouldBeTrue();
                }

                var all = Enumerable.Range(0, graph.Count).SelectMany(start => Cycles(graph, [start])).ToList();
                cycle.Count.ShouldBe(all.Min(other => other.Count));
                cycle[0].ShouldBe(all.Where(other => other.Count == cycle.Count).Min(other => other.Min()));
            });

    [Fact]
    public void Shortest_AcyclicOfAHundredThousand_IsNull()
    {
        var edges = Enumerable.Range(1, 99_999).SelectMany(node => new[] { (node - 1, node), (node / 2, node) }).Distinct();

        CycleFinder.Shortest(new DirectedGraph(100_000, [.. edges.Where(edge => edge.Item1 != edge.Item2)])).ShouldBeNull();
    }

    [Fact]
    public void Shortest_OneCycleOfTenThousand_IsFound()
    {
        var ring = new DirectedGraph(10_000, [.. Enumerable.Range(0, 10_000).Select(node => (node, (node + 1) % 10_000))]);

        CycleFinder.Shortest(ring)!.Count.ShouldBe(10_000);
    }

    [Fact]
    public void Shortest_CycleBehindMoreEdgesThanTheBound_IsFound()
    {
        const int Wide = 100;
        var edges = new List<(int From, int To)>((Wide * Wide) + 3);
        for (var from = 0; from < Wide; from++)
        {
            for (var to = 0; to < Wide; to++)
            {
                edges.Add((from, Wide + to));
            }
        }

        edges.AddRange([(2 * Wide, (2 * Wide) + 1), ((2 * Wide) + 1, (2 * Wide) + 2), ((2 * Wide) + 2, 2 * Wide)]);

        CycleFinder.Shortest(new DirectedGraph((2 * Wide) + 3, edges), mostSteps: 1_000)!.Count.ShouldBe(3);
    }

    [Fact]
    public void Shortest_DenseTangle_EndsWithAShortCycle()
    {
        // Every node needs the next hundred, round a ring: no cycle is shorter than five, and there are very many.
        const int Count = 450;
        var edges = Enumerable.Range(0, Count).SelectMany(node => Enumerable.Range(1, 100).Select(step => (node, (node + step) % Count)));

        CycleFinder.Shortest(new DirectedGraph(Count, [.. edges]), mostSteps: 20_000)!.Count.ShouldBe(5);
    }

    private static IEnumerable<List<int>> Cycles(DirectedGraph graph, List<int> path)
    {
        foreach (var next in graph.Predecessors(path[^1]).ToArray())
        {
            if (next == path[0])
            {
                yield return path;
            }
            else if (next > path[0] && !path.Contains(next))
            {
                foreach (var cycle in Cycles(graph, [.. path, next]))
                {
                    yield return cycle;
                }
            }
        }
    }
}
