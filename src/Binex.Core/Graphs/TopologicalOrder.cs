namespace Binex.Core.Graphs;

/// <summary>Puts nodes after what they need (A. B. Kahn, "Topological sorting of large networks", 1962).</summary>
public static class TopologicalOrder
{
    /// <summary>All nodes, each after its dependencies; where several could come next, the lowest. Null when there is a cycle.</summary>
    /// <param name="graph">The graph.</param>
    public static int[]? Of(DirectedGraph graph)
    {
        var waitingFor = new int[graph.Count];
        var ready = new PriorityQueue<int, int>();
        for (var node = 0; node < graph.Count; node++)
        {
            waitingFor[node] = graph.Predecessors(node).Length;
            if (waitingFor[node] == 0)
            {
                ready.Enqueue(node, node);
            }
        }

        var order = new int[graph.Count];
        var placed = 0;
        while (ready.TryDequeue(out var node, out _))
        {
            order[placed++] = node;
            foreach (var successor in graph.Successors(node))
            {
                if (--waitingFor[successor] == 0)
                {
                    ready.Enqueue(successor, successor);
                }
            }
        }

        return placed == graph.Count ? order : null;
    }
}
