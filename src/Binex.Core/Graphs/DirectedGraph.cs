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
    /// <param name="edges">Its edges, each once, in any order.</param>
    public DirectedGraph(int count, IReadOnlyCollection<(int From, int To)> edges)
    {
        Count = count;
        var (starts, sources) = GroupByTarget(count, edges);
        (_successorStarts, _successors) = Transpose(starts, sources);
        (_predecessorStarts, _predecessors) = Transpose(_successorStarts, _successors);
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

    private static (int[] Starts, int[] Sources) GroupByTarget(int count, IReadOnlyCollection<(int From, int To)> edges)
    {
        var starts = new int[count + 1];
        foreach (var (_, to) in edges)
        {
            starts[to + 1]++;
        }

        Accumulate(starts);
        var next = starts[..count];
        var sources = new int[edges.Count];
        foreach (var (from, to) in edges)
        {
            sources[next[to]++] = from;
        }

        return (starts, sources);
    }

    // Going through the rows in rising order leaves every row of the result in rising order, without sorting.
    private static (int[] Starts, int[] All) Transpose(int[] rowStarts, int[] rows)
    {
        var starts = new int[rowStarts.Length];
        foreach (var column in rows)
        {
            starts[column + 1]++;
        }

        Accumulate(starts);
        var next = starts[..^1];
        var all = new int[rows.Length];
        for (var row = 0; row < next.Length; row++)
        {
            for (var i = rowStarts[row]; i < rowStarts[row + 1]; i++)
            {
                all[next[rows[i]]++] = row;
            }
        }

        return (starts, all);
    }

    private static void Accumulate(int[] counts)
    {
        for (var i = 1; i < counts.Length; i++)
        {
            counts[i] += counts[i - 1];
        }
    }
}
