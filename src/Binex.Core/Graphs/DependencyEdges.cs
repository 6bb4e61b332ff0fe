using Binex.Core.Workflows;

namespace Binex.Core.Graphs;

/// <summary>Finds the edges of a workflow: those written in <c>depends_on</c> and those that references imply.</summary>
public static class DependencyEdges
{
    /// <summary>
    /// The graph of some nodes. Names of unknown nodes are left out, so that a broken workflow has a graph as well.
    /// A node of a loop that refers to the loop's last node reads the iteration before; that is no edge.
    /// </summary>
    /// <param name="nodes">Nodes in document order.</param>
    /// <param name="indexOf">The index of a node by its id, or -1.</param>
    public static DirectedGraph Build(IReadOnlyList<Node> nodes, Func<string, int> indexOf)
    {
        var edges = new HashSet<(int From, int To)>();
        var toLoopEnds = new List<(int From, int To)>();
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var id in nodes[i].DependsOn)
            {
                if (indexOf(id) is >= 0 and var dependency)
                {
                    edges.Add((dependency, i));
                }
            }

            foreach (var reference in nodes[i].References)
            {
                if (!reference.IsNode || indexOf(reference.Name) is not (>= 0 and var referred))
                {
                    continue;
                }

                if (nodes[referred].BackEdge is null)
                {
                    edges.Add((referred, i));
                }
                else if (!edges.Contains((referred, i)))
                {
                    toLoopEnds.Add((referred, i));
                }
            }
        }

        if (toLoopEnds.Count > 0)
        {
            AddThoseOutsideTheirLoop(nodes, indexOf, edges, toLoopEnds);
        }

        return new DirectedGraph(nodes.Count, edges);
    }

    private static void AddThoseOutsideTheirLoop(
        IReadOnlyList<Node> nodes, Func<string, int> indexOf, HashSet<(int From, int To)> edges, List<(int From, int To)> toLoopEnds)
    {
        var graph = new DirectedGraph(nodes.Count, edges);
        foreach (var group in toLoopEnds.GroupBy(edge => edge.From))
        {
            var target = indexOf(nodes[group.Key].BackEdge!.Target);
            var upstream = graph.Reach(group.Key, backwards: true);
            var afterTarget = target < 0 ? [] : graph.Reach(target, backwards: false);
            edges.UnionWith(group.Where(edge => !(upstream.Contains(edge.To) && afterTarget.Contains(edge.To))));
        }
    }
}
