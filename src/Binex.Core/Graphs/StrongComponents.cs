namespace Binex.Core.Graphs;

/// <summary>Groups nodes that can all reach each other (R. Tarjan, "Depth-first search and linear graph algorithms", 1972), without recursion.</summary>
internal sealed class StrongComponents
{
    private const int Unseen = 0;
    private const int Closed = int.MaxValue;

    private readonly DirectedGraph _graph;
    private readonly int[] _components;
    private readonly int[] _visit; // When a node was seen, from 1.
    private readonly int[] _low; // The earliest visit that a node is known to lead back to.
    private readonly int[] _next; // How many successors were looked at.
    private readonly int[] _path; // The nodes from the root to the one at hand.
    private readonly int[] _open; // Nodes seen whose component is not complete.
    private int _pathLength;
    private int _openCount;
    private int _visits;
    private int _count;

    private StrongComponents(DirectedGraph graph)
    {
        _graph = graph;
        _components = new int[graph.Count];
        _visit = new int[graph.Count];
        _low = new int[graph.Count];
        _next = new int[graph.Count];
        _path = new int[graph.Count];
        _open = new int[graph.Count];
    }

    /// <summary>
    /// The number of each node's component. An edge that leaves a component leads to a lower number, so that the numbers order
    /// the nodes even where there are cycles. Takes time linear in nodes and edges.
    /// </summary>
    /// <param name="graph">The graph.</param>
    public static int[] Of(DirectedGraph graph)
    {
        var search = new StrongComponents(graph);
        for (var node = 0; node < graph.Count; node++)
        {
            if (search._visit[node] == Unseen)
            {
                search.VisitFrom(node);
            }
        }

        return search._components;
    }

    private void VisitFrom(int root)
    {
        Enter(root);
        while (_pathLength > 0)
        {
            var node = _path[_pathLength - 1];
            var successors = _graph.Successors(node);
            if (_next[node] < successors.Length)
            {
                var successor = successors[_next[node]++];
                if (_visit[successor] == Unseen)
                {
                    Enter(successor);
                }
                else if (_visit[successor] != Closed)
                {
                    _low[node] = Math.Min(_low[node], _visit[successor]);
                }

                continue;
            }

            _pathLength--;
            if (_pathLength > 0)
            {
                var parent = _path[_pathLength - 1];
                _low[parent] = Math.Min(_low[parent], _low[node]);
            }

            if (_low[node] == _visit[node])
            {
                Close(node);
            }
        }
    }

    private void Enter(int node)
    {
        _visit[node] = _low[node] = ++_visits;
        _path[_pathLength++] = node;
        _open[_openCount++] = node;
    }

    private void Close(int first)
    {
        int node;
        do
        {
            node = _open[--_openCount];
            _components[node] = _count;
            _visit[node] = Closed;
        }
        while (node != first);
        _count++;
    }
}
