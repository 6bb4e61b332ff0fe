namespace Binex.Core.Reports;

/// <summary>
/// Which nodes of a report lie inside which. A parent that does not stand before its node is none, so that no report, whoever wrote it,
/// has a node inside itself.
/// </summary>
public sealed class NodeTree
{
    /// <summary>The deepest that nodes lie inside each other; what lies deeper lies in the deepest.</summary>
    public const int MostDepth = 64;

    private readonly int[] _parents;
    private readonly int[] _depths;
    private readonly List<int>?[] _inside;

    private NodeTree(IReadOnlyList<ReportNode> nodes)
    {
        (_parents, _depths, _inside) = (new int[nodes.Count], new int[nodes.Count], new List<int>?[nodes.Count]);
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var roots = new List<int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Parent is { } id && places.TryGetValue(id, out var parent))
            {
                parent = _depths[parent] < MostDepth ? parent : _parents[parent];
                (_parents[i], _depths[i]) = (parent, _depths[parent] + 1);
                (_inside[parent] ??= []).Add(i);
            }
            else
            {
                _parents[i] = -1;
                roots.Add(i);
            }

            places.TryAdd(nodes[i].Id, i);
        }

        Roots = roots;
    }

    /// <summary>The nodes that lie in no other. A sum over these counts everything once.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>Which of some nodes lie inside which; they are named by their places in the list.</summary>
    /// <param name="nodes">The nodes.</param>
    public static NodeTree Of(IReadOnlyList<ReportNode> nodes) => new(nodes);

    /// <summary>The node in which a node lies; -1 for none.</summary>
    /// <param name="node">The node.</param>
    public int ParentOf(int node) => _parents[node];

    /// <summary>How many nodes a node lies in.</summary>
    /// <param name="node">The node.</param>
    public int DepthOf(int node) => _depths[node];

    /// <summary>The nodes that lie in a node and in no other that does.</summary>
    /// <param name="node">The node; -1 for the run, in which the roots lie.</param>
    public IReadOnlyList<int> Inside(int node) => node < 0 ? Roots : _inside[node] ?? [];

    /// <summary>All nodes, each followed by what lies inside it.</summary>
    public IEnumerable<int> Ordered() => Ordered(node => node);

    /// <summary>All nodes, each followed by what lies inside it; those that lie in the same are sorted.</summary>
    /// <typeparam name="TKey">What they are sorted by.</typeparam>
    /// <param name="key">Gives it.</param>
    public IEnumerable<int> Ordered<TKey>(Func<int, TKey> key)
    {
        var open = new Stack<int>(Roots.OrderBy(key).Reverse());
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var inside in Inside(node).OrderBy(key).Reverse())
            {
                open.Push(inside);
            }
        }
    }

    /// <summary>Some nodes, and all in which these lie.</summary>
    /// <param name="nodes">The nodes.</param>
    public IReadOnlySet<int> WithParents(IEnumerable<int> nodes)
    {
        var all = new HashSet<int>();
        foreach (var start in nodes)
        {
            for (var node = start; node >= 0 && all.Add(node); node = _parents[node])
            {
            }
        }

        return all;
    }
}
