using Binex.Core.Workflows;

namespace Binex.Core.Graphs;

/// <summary>Finds the edges of a workflow: those written in <c>depends_on</c> and those that references imply.</summary>
public static class DependencyEdges
{
    // Reached only by hundreds of loops around thousands of nodes; references left then are taken for edges.
    private const int MostSteps = 5_000_000;

    /// <summary>
    /// The graph of some nodes. Names of unknown nodes are left out, so that a broken workflow has a graph as well.
    /// A node of a loop that refers to the loop's last node reads the iteration before; that is no edge.
    /// </summary>
    /// <param name="nodes">Nodes in document order.</param>
    /// <param name="indexOf">The index of a node by its id, or -1.</param>
    public static DirectedGraph Build(IReadOnlyList<Node> nodes, Func<string, int> indexOf)
    {
        var edges = new List<(int From, int To)>(nodes.Count);
        var toLoopEnds = new List<(int From, int To)>();
        var lastDependant = new int[nodes.Count]; // From 1; 0 is none.
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var id in nodes[i].DependsOn)
            {
                Add(edges, indexOf(id), i);
            }

            foreach (var reference in nodes[i].References)
            {
                if (reference.IsNode && indexOf(reference.Name) is >= 0 and var referred)
                {
                    Add(nodes[referred].BackEdge is null ? edges : toLoopEnds, referred, i);
                }
            }
        }

        if (toLoopEnds.Count > 0)
        {
            RemoveThoseInsideTheirLoop(nodes, indexOf, edges, toLoopEnds);
            RemoveThoseInsideTheirLoop(nodes, indexOf, ((int From, int To)[])[.. edges, .. toLoopEnds], toLoopEnds);
            edges.AddRange(toLoopEnds);
        }

        return new DirectedGraph(nodes.Count, edges);

        void Add(List<(int From, int To)> list, int from, int to)
        {
            if (from >= 0 && lastDependant[from] != to + 1)
            {
                lastDependant[from] = to + 1;
                list.Add((from, to));
            }
        }
    }

    // Whether a node is inside a loop may hang on references to the ends of other loops, which are themselves in question. Hence
    // two rounds: the first, over what is certain, finds those that are inside whatever the others are; the second counts the
    // others as edges.
    private static void RemoveThoseInsideTheirLoop(
        IReadOnlyList<Node> nodes, Func<string, int> indexOf, IReadOnlyCollection<(int From, int To)> edges, List<(int From, int To)> toLoopEnds)
    {
        var bodies = new LoopBodies(new DirectedGraph(nodes.Count, edges));
        var inside = new HashSet<(int From, int To)>();
        foreach (var group in toLoopEnds.GroupBy(edge => edge.From))
        {
            if (bodies.Steps < MostSteps && indexOf(nodes[group.Key].BackEdge!.Target) is >= 0 and var target)
            {
                var body = bodies.Between(target, group.Key);
                inside.UnionWith(group.Where(edge => body.Contains(edge.To)));
            }
        }

        toLoopEnds.RemoveAll(inside.Contains);
    }
}
