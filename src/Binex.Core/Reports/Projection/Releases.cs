using Binex.Core.Graphs;

namespace Binex.Core.Reports.Projection;

/// <summary>Finds the execution whose end let a node be ready.</summary>
internal sealed class Releases
{
    private readonly WorkflowGraph _graph;
    private readonly IReadOnlyList<NodeFold> _nodes;
    private readonly ILookup<int, int> _loopEnds;

    public Releases(WorkflowGraph graph, IReadOnlyList<NodeFold> nodes)
    {
        _graph = graph;
        _nodes = nodes;
        _loopEnds = graph.Loops.Values.ToLookup(loop => loop.Target, loop => loop.Source);
    }

    /// <summary>
    /// The last end among what the node needs, the loop that goes back to it, and its own execution before, which a crash or a
    /// failure cut short; null when it needed nothing.
    /// </summary>
    public ExecutionFold? Of(NodeFold node)
    {
        var last = node.LastEnded;
        if (node.Index < 0)
        {
            return last;
        }

        foreach (var dependency in _graph.Edges.Predecessors(node.Index))
        {
            last = Later(last, _nodes[dependency].LastEnded);
        }

        foreach (var source in _loopEnds[node.Index])
        {
            last = _nodes[source].LastEnded is { Iterated: true } closing ? Later(last, closing) : last;
        }

        return last;
    }

    private static ExecutionFold? Later(ExecutionFold? left, ExecutionFold? right) =>
        right is null || (left is not null && left.EndOrder > right.EndOrder) ? left : right;
}
