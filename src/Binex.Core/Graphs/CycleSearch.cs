namespace Binex.Core.Graphs;

/// <summary>Looks for ever shorter cycles, breadth first, among the nodes that reach each other.</summary>
internal sealed class CycleSearch
{
    private readonly DirectedGraph _graph;
    private readonly int[] _components;
    private readonly int[] _seenFrom;
    private readonly int[] _cameFrom;
    private readonly int[] _distance;
    private readonly Queue<int> _open = new();

    /// <summary>Begins a search.</summary>
    /// <param name="graph">A graph in which no node needs itself.</param>
    /// <param name="components">Its strong components.</param>
    public CycleSearch(DirectedGraph graph, int[] components)
    {
        _graph = graph;
        _components = components;
        _seenFrom = new int[graph.Count];
        Array.Fill(_seenFrom, -1);
        _cameFrom = new int[graph.Count];
        _distance = new int[graph.Count];
    }

    /// <summary>How many edges were looked at.</summary>
    public long Steps { get; private set; }

    /// <summary>The shortest cycle found, in the order of need; null when none was.</summary>
    public IReadOnlyList<int>? Best { get; private set; }

    /// <summary>
    /// Looks for a cycle, shorter than the best, whose lowest node is the one given. Called with every node, this finds every
    /// cycle worth finding; called with the lowest node of a component, it finds one in any case.
    /// </summary>
    /// <param name="start">The node.</param>
    public void LookFrom(int start)
    {
        _open.Clear();
        _open.Enqueue(start);
        _distance[start] = 0;
        _seenFrom[start] = start;
        while (_open.TryDequeue(out var node) && _distance[node] + 1 < (Best?.Count ?? int.MaxValue))
        {
            foreach (var needed in _graph.Predecessors(node))
            {
                Steps++;
                if (needed == start)
                {
                    Best = PathTo(node);
                    return;
                }

                if (needed > start && _seenFrom[needed] != start && _components[needed] == _components[start])
                {
                    _seenFrom[needed] = start;
                    _cameFrom[needed] = node;
                    _distance[needed] = _distance[node] + 1;
                    _open.Enqueue(needed);
                }
            }
        }
    }

    private int[] PathTo(int last)
    {
        var path = new int[_distance[last] + 1];
        for (var i = path.Length - 1; i > 0; i--)
        {
            path[i] = last;
            last = _cameFrom[last];
        }

        path[0] = last;
        return path;
    }
}
