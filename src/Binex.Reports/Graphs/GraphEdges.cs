using Binex.Core.Reports;

namespace Binex.Reports.Graphs;

/// <summary>
/// The edges of a report, each between two nodes that lie in the same: an edge from the inside of one node to the inside of another is an
/// edge between the two. Edges of nodes that are not there are left out, and so are those between a node and its own inside.
/// </summary>
internal sealed class GraphEdges
{
    private readonly NodeTree _tree;
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<int, (int From, int To)> _edges;
    private readonly ILookup<int, (int From, int To)> _backEdges;
    private readonly ILookup<int, (int From, int To)> _critical;

    public GraphEdges(RunReport report, NodeTree tree)
    {
        _tree = tree;
        for (var i = 0; i < report.Nodes.Count; i++)
        {
            _places.TryAdd(report.Nodes[i].Id, i);
        }

        _edges = Lifted(report.Edges.Where(edge => !edge.IsBackEdge).Select(edge => (edge.From, edge.To)));
        _backEdges = Lifted(report.Edges.Where(edge => edge.IsBackEdge).Select(edge => (edge.From, edge.To)));
        _critical = Lifted(report.CriticalPath.Zip(report.CriticalPath.Skip(1)));
    }

    /// <summary>The place of a node; -1 when there is none of that id.</summary>
    public int PlaceOf(string id) => _places.GetValueOrDefault(id, -1);

    /// <summary>The edges between nodes that lie in a node, each once; -1 for those that lie in none.</summary>
    public IEnumerable<(int From, int To)> Of(int parent) => _edges[parent].Where(edge => edge.From != edge.To);

    /// <summary>The edges that close loops.</summary>
    public IEnumerable<(int From, int To)> BackOf(int parent) => _backEdges[parent];

    /// <summary>The steps of the critical path.</summary>
    public IEnumerable<(int From, int To)> CriticalOf(int parent) => _critical[parent];

    private ILookup<int, (int From, int To)> Lifted(IEnumerable<(string From, string To)> edges)
    {
        var lifted = new HashSet<(int From, int To)>();
        foreach (var (from, to) in edges)
        {
            if (PlaceOf(from) is >= 0 and var left && PlaceOf(to) is >= 0 and var right && Lift(left, right) is { } edge)
            {
                lifted.Add(edge);
            }
        }

        return lifted.ToLookup(edge => _tree.ParentOf(edge.From));
    }

    private (int From, int To)? Lift(int from, int to)
    {
        if (from == to)
        {
            return (from, to);
        }

        while (_tree.ParentOf(from) != _tree.ParentOf(to))
        {
            (from, to) = _tree.DepthOf(from) > _tree.DepthOf(to) ? (_tree.ParentOf(from), to)
                : _tree.DepthOf(from) < _tree.DepthOf(to) ? (from, _tree.ParentOf(to))
                : (_tree.ParentOf(from), _tree.ParentOf(to));
        }

        return from == to ? null : (from, to);
    }
}
