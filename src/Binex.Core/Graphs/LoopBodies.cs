namespace Binex.Core.Graphs;

/// <summary>Finds the nodes that lie between the two ends of a loop.</summary>
/// <param name="graph">The graph.</param>
internal sealed class LoopBodies(DirectedGraph graph)
{
    // Without them a search backwards from a loop's end would run up to the workflow's beginning, for every loop.
    private readonly int[] _components = StrongComponents.Of(graph);

    /// <summary>How many edges were looked at.</summary>
    public long Steps { get; private set; }

    /// <summary>
    /// The nodes on a path from the target to the source, both included; none when no path leads there. A path ends at the
    /// source and does not come by the target again.
    /// </summary>
    /// <param name="target">The loop's first node.</param>
    /// <param name="source">The loop's last node, which has the back edge.</param>
    public HashSet<int> Between(int target, int source)
    {
        var upstream = Reach(source, target, backwards: true, node => _components[node] <= _components[target]);
        return upstream.Contains(target) ? Reach(target, source, backwards: false, upstream.Contains) : [];
    }

    private HashSet<int> Reach(int from, int stop, bool backwards, Func<int, bool> isAllowed)
    {
        var seen = new HashSet<int> { from };
        var open = new Stack<int>(seen);
        while (open.TryPop(out var node))
        {
            if (node == stop)
            {
                continue;
            }

            var neighbours = backwards ? graph.Predecessors(node) : graph.Successors(node);
            Steps += neighbours.Length;
            foreach (var next in neighbours)
            {
                if (isAllowed(next) && seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }
}
