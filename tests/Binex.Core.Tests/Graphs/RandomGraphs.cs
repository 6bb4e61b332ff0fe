using Binex.Core.Graphs;
using CsCheck;

namespace Binex.Core.Tests.Graphs;

/// <summary>Small graphs of every density, with and without cycles.</summary>
internal static class RandomGraphs
{
    public static Gen<DirectedGraph> Any { get; } = Edges((_, _) => true);

    public static Gen<DirectedGraph> Acyclic { get; } = Edges((from, to) => from < to).SelectMany(Renumber);

    public static DirectedGraph Of(int count, params (int From, int To)[] edges) => new(count, edges);

    private static Gen<DirectedGraph> Edges(Func<int, int, bool> isAllowed) =>
        Gen.Int[1, 9].SelectMany(count => Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Array[0, 2 * count].Select(
            edges => new DirectedGraph(count, [.. edges.Distinct().Where(edge => isAllowed(edge.Item1, edge.Item2))])));

    // Otherwise document order would be a topological order in every sample.
    private static Gen<DirectedGraph> Renumber(DirectedGraph graph) =>
        Gen.Shuffle(Enumerable.Range(0, graph.Count).ToArray()).Select(names => new DirectedGraph(
            graph.Count,
            [.. Enumerable.Range(0, graph.Count).SelectMany(from => graph.Successors(from).ToArray().Select(to => (names[from], names[to])))]));
}
