namespace Binex.Reports.Graphs;

/// <summary>Puts the nodes of a graph into layers, each after all that it needs, and breaks long edges into steps of one layer.</summary>
internal sealed class GraphLayers
{
    private readonly List<int> _layerOf;
    private readonly List<List<int>> _next = [];
    private readonly List<List<int>> _previous = [];

    public GraphLayers(int count, IReadOnlyList<(int From, int To)> edges)
    {
        RealCount = count;
        _layerOf = [.. LongestPaths(count, edges)];
        for (var i = 0; i < count; i++)
        {
            AddLinks();
        }

        foreach (var (from, to) in edges)
        {
            Chains.Add(Chain(from, to));
        }

        var depth = _layerOf.Count == 0 ? 0 : _layerOf.Max() + 1;
        Layers = [.. Enumerable.Range(0, depth).Select(_ => new List<int>())];
        for (var i = 0; i < _layerOf.Count; i++)
        {
            Layers[_layerOf[i]].Add(i);
        }
    }

    /// <summary>Points below this number are nodes, the others bends of long edges.</summary>
    public int RealCount { get; }

    public int Count => _layerOf.Count;

    /// <summary>The points of each layer, in their order.</summary>
    public IReadOnlyList<List<int>> Layers { get; }

    /// <summary>The points that each edge passes through, in the order of the edges.</summary>
    public List<int[]> Chains { get; } = [];

    public int LayerOf(int point) => _layerOf[point];

    public IReadOnlyList<int> Next(int point) => _next[point];

    public IReadOnlyList<int> Previous(int point) => _previous[point];

    private int[] Chain(int from, int to)
    {
        var chain = new List<int> { from };
        for (var layer = _layerOf[from] + 1; layer < _layerOf[to]; layer++)
        {
            _layerOf.Add(layer);
            AddLinks();
            chain.Add(_layerOf.Count - 1);
        }

        chain.Add(to);
        for (var i = 1; i < chain.Count; i++)
        {
            _next[chain[i - 1]].Add(chain[i]);
            _previous[chain[i]].Add(chain[i - 1]);
        }

        return [.. chain];
    }

    private void AddLinks()
    {
        _next.Add([]);
        _previous.Add([]);
    }

    /// <summary>
    /// The layer of each node: Kahn's order. A cycle, which a checked workflow has not, is entered at its first node, so that some of its
    /// edges lead back.
    /// </summary>
    public static int[] LongestPaths(int count, IReadOnlyList<(int From, int To)> edges)
    {
        var layers = new int[count];
        var waiting = new int[count];
        var next = edges.ToLookup(edge => edge.From, edge => edge.To);
        foreach (var (_, to) in edges)
        {
            waiting[to]++;
        }

        var open = new Queue<int>(Enumerable.Range(0, count).Where(node => waiting[node] == 0));
        var isReached = new bool[count];
        for (var first = 0; first < count; first++)
        {
            while (open.TryDequeue(out var node))
            {
                isReached[node] = true;
                foreach (var to in next[node].Where(to => !isReached[to]))
                {
                    layers[to] = Math.Max(layers[to], layers[node] + 1);
                    if (--waiting[to] == 0)
                    {
                        open.Enqueue(to);
                    }
                }
            }

            if (!isReached[first])
            {
                open.Enqueue(first);
                waiting[first] = 0;
            }
        }

        return layers;
    }
}
