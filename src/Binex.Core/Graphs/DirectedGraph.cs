namespace Binex.Core.Graphs;

/// <summary>A fixed graph over the numbers from 0, kept in two flat arrays for each direction. Edges point from a dependency to its dependant.</summary>
public sealed class DirectedGraph
{
    private readonly int[] _successorStarts;
    private readonly int[] _successors;
    private readonly int[] _predecessorStarts;
    private readonly int[] _predecessors;

    /// <summary>Builds a graph.</summary>
    /// <param name="count">How many nodes it has.</param>
    /// <param name="edges">Its edges, each once; neighbours keep rising order when edges come in rising order.</param>
    public DirectedGraph(int count, IReadOnlyCollection<(int From, int To)> edges)
    {
        Count = count;
        (_successorStarts, _successors) = Flatten(count, edges, edge => edge.From, edge => edge.To);
        (_predecessorStarts, _predecessors) = Flatten(count, edges, edge => edge.To, edge => edge.From);
    }

    /// <summary>How many nodes it has.</summary>
    public int Count { get; }

    /// <summary>How many edges it has.</summary>
    public int EdgeCount => _successors.Length;

    /// <summary>The nodes that need a node, in rising order.</summary>
    /// <param name="node">The node.</param>
    public ReadOnlySpan<int> Successors(int node) => Slice(_successorStarts, _successors, node);

    /// <summary>The nodes that a node needs, in rising order.</summary>
    /// <param name="node">The node.</param>
    public ReadOnlySpan<int> Predecessors(int node) => Slice(_predecessorStarts, _predecessors, node);

    /// <summary>The nodes that can be reached from a node, itself included.</summary>
    /// <param name="node">The node.</param>
    /// <param name="backwards">Whether edges are followed against their direction.</param>
    public HashSet<int> Reach(int node, bool backwards)
    {
        var seen = new HashSet<int> { node };
        var open = new Stack<int>(seen);
        while (open.TryPop(out var current))
        {
            foreach (var next in backwards ? Predecessors(current) : Successors(current))
            {
                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    private static ReadOnlySpan<int> Slice(int[] starts, int[] all, int node) => all.AsSpan(starts[node], starts[node + 1] - starts[node]);

    private static (int[] Starts, int[] All) Flatten(
        int count, IReadOnlyCollection<(int From, int To)> edges, Func<(int From, int To), int> key, Func<(int From, int To), int> value)
    {
        var starts = new int[count + 1];
        foreach (var edge in edges)
        {
            starts[key(edge) + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts[..count];
        var all = new int[edges.Count];
        foreach (var edge in edges)
        {
            all[next[key(edge)]++] = value(edge);
        }

        for (var i = 0; i < count; i++)
        {
            all.AsSpan(starts[i], starts[i + 1] - starts[i]).Sort();
        }

        return (starts, all);
    }
}
