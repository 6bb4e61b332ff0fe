using Binex.Core.Graphs;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Graphs;

public sealed class StrongComponentsTests
{
    [Fact]
    public void Of_AnyGraph_GroupsThoseThatReachEachOtherAndFallsAlongEdges() =>
        RandomGraphs.Any.Holds(
            1_000,
            graph =>
            {
                var components = StrongComponents.Of(graph);
                var reaches = DirectedGraphTests.Closure(graph);
                for (var a = 0; a < graph.Count; a++)
                {
                    for (var b = 0; b < graph.Count; b++)
                    {
                        (components[a] == components[b]).ShouldBe(reaches[a, b] && reaches[b, a]);
                        (reaches[a, b] && components[a] < components[b]).ShouldBeFalse();
                    }
                }
            });

    [Fact]
    public void Of_ChainOfAHundredThousand_NeedsNoStack()
    {
        var chain = new DirectedGraph(100_000, [.. Enumerable.Range(1, 99_999).Select(node => (node - 1, node))]);

        StrongComponents.Of(chain).Distinct().Count().ShouldBe(100_000);
    }
}
