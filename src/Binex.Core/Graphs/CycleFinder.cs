namespace Binex.Core.Graphs;

/// <summary>Finds a cycle that is short enough to be shown to somebody.</summary>
public static class CycleFinder
{
    /// <summary>How many edges are looked at, about, before the best cycle so far is good enough.</summary>
    private const int MostSteps = 10_000_000;

    /// <summary>
    /// A shortest cycle, as nodes in the order of need: [a, b, c] says that a needs b, b needs c and c needs a. It begins with its
    /// lowest node; among shortest cycles it is one with the lowest such node. A node that needs itself is a cycle of one.
    /// In a graph so large and tangled that ten million edges have been looked at, the shortest cycle found until then is returned.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <returns>The cycle, or null when there is none.</returns>
    public static IReadOnlyList<int>? Shortest(DirectedGraph graph) => Shortest(graph, MostSteps);

    /// <summary>As above, with a bound of one's own.</summary>
    internal static IReadOnlyList<int>? Shortest(DirectedGraph graph, long mostSteps)
    {
        var components = StrongComponents.Of(graph);
        if (TrivialAnswer(graph, components, out var answer))
        {
            return answer;
        }

        var search = new CycleSearch(graph, components);
        for (var start = 0; start < graph.Count && (search.Best is null || search.Steps < mostSteps); start++)
        {
            search.LookFrom(start);
        }

        return search.Best;
    }

    private static bool TrivialAnswer(DirectedGraph graph, int[] components, out int[]? answer)
    {
        var sizes = new int[graph.Count];
        var largest = 0;
        for (var node = 0; node < graph.Count; node++)
        {
            largest = Math.Max(largest, ++sizes[components[node]]);
            foreach (var successor in graph.Successors(node))
            {
                if (successor == node)
                {
                    answer = [node];
                    return true;
                }
            }
        }

        answer = null;
        return largest <= 1;
    }
}
