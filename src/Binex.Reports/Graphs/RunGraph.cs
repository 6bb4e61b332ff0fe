using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Reports.Views;

namespace Binex.Reports.Graphs;

/// <summary>Makes of a report the graph that is drawn of it, and of what lies inside a node a graph inside its box.</summary>
internal sealed class RunGraph
{
    private const int LoopLabelLength = 48;
    private const int MostBoxesInside = 6;
    private const int MostOpen = 40;
    private const int MostDepth = 3;

    private readonly IReadOnlyList<ReportNode> _nodes;
    private readonly NodeTree _tree;
    private readonly GraphEdges _edges;
    private readonly IReadOnlySet<int> _culprits;
    private int _open;

    private RunGraph(RunReport report, bool isOpen)
    {
        _nodes = report.Nodes;
        _tree = NodeTree.Of(_nodes);
        _edges = new GraphEdges(report, _tree);
        _culprits = _tree.WithParents(report.Causes.Take(GraphFold.MostCulprits).Select(cause => _edges.PlaceOf(cause.Node)));
        _open = isOpen ? MostOpen : 0;
    }

    /// <summary>The graph, with nodes folded into groups where there are more than a reader can take in.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mostBoxes">The most boxes that it may have, insides aside.</param>
    /// <param name="isOpen">Whether boxes show what lies inside.</param>
    public static GraphModel Of(RunReport report, int mostBoxes = GraphFold.MostBoxes, bool isOpen = true) => new RunGraph(report, isOpen).Level(-1, mostBoxes);

    // A loop of one box is only drawn for a node.
    private GraphModel Level(int parent, int mostBoxes)
    {
        var members = _tree.Inside(parent);
        var placeOf = members.Index().ToDictionary(member => member.Item, member => member.Index);
        var edges = Local(_edges.Of(parent), placeOf);
        var culprits = members.Where(_culprits.Contains).Select(member => placeOf[member]).ToHashSet();
        var groups = GraphFold.Fold([.. members.Select(member => _nodes[member])], culprits, edges, mostBoxes);
        var boxOf = new int[members.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var member in groups[i].Members)
            {
                boxOf[member] = i;
            }
        }

        return new GraphModel([.. groups.Select(group => BoxOf(group, members))], Boxed(edges), Boxed(Local(_edges.BackOf(parent), placeOf), isLoop: true))
        {
            Critical = Boxed(Local(_edges.CriticalOf(parent), placeOf)).ToHashSet(),
        };

        List<(int From, int To)> Boxed(List<(int From, int To)> from, bool isLoop = false) =>
            [.. from.Select(edge => (From: boxOf[edge.From], To: boxOf[edge.To])).Where(edge => edge.From != edge.To || (isLoop && groups[edge.From].Members.Count == 1)).Distinct()];
    }

    private static List<(int From, int To)> Local(IEnumerable<(int From, int To)> edges, Dictionary<int, int> placeOf) =>
        [.. edges.Select(edge => (placeOf[edge.From], placeOf[edge.To]))];

    private GraphBox BoxOf(GraphGroup group, IReadOnlyList<int> members) => group.Members.Count == 1
        ? BoxOf(members[group.Members[0]])
        : BoxOf(group.Name, [.. group.Members.Select(member => _nodes[members[member]])]);

    private GraphBox BoxOf(int index)
    {
        var node = _nodes[index];
        var box = BoxOf(node);
        if (_tree.Inside(index) is not { Count: > 0 } inside)
        {
            return box;
        }

        var counts = RunView.Counts([.. inside.Select(i => _nodes[i])]);
        var isOpen = _open > 0 && _tree.DepthOf(index) < MostDepth;
        _open -= isOpen ? 1 : 0;
        return box with
        {
            Figures = node.StartedAt is null ? "" : $"{Words.ShortMoney(node.Cost)} · {Words.Duration(node.DurationMs)}",
            Agent = $"{Words.Count(inside.Count)} inside: {counts}",
            Title = $"{box.Title}; {Words.Count(inside.Count)} inside: {counts}",
            HasInside = true,
            Inside = isOpen ? Level(index, MostBoxesInside) : null,
        };
    }

    private static GraphBox BoxOf(ReportNode node)
    {
        var status = StatusWord.Of(node.Status);
        var agent = node.RequestedModel ?? node.Agent;
        var isModel = node.Agent.StartsWith("llm://", StringComparison.Ordinal);
        var runs = node.Iterations.Count(iteration => iteration.StartedAt is not null);
        return new GraphBox(node.Id, agent, status, node.Id, $"{node.Id}: {status.Word}, {agent}, {node.Cost}, {Words.Duration(node.DurationMs)}")
        {
            Figures = node.StartedAt is null ? "" : isModel ? $"{Words.ShortMoney(node.Cost)} · {Words.Duration(node.DurationMs)}" : Words.Duration(node.DurationMs),
            Loop = node.Loop is { } loop ? Words.Shorten($"↺ ran {runs} of {loop.MaxIterations}, while {loop.When}", LoopLabelLength) : null,
        };
    }

    private static GraphBox BoxOf(string name, IReadOnlyList<ReportNode> nodes)
    {
        var worst = nodes.MaxBy(node => GraphFold.Weight(node.Status))!;
        var cost = nodes.Aggregate(Money.Zero, (sum, node) => sum + node.Cost);
        var agents = nodes.Select(node => node.RequestedModel ?? node.Agent).Distinct(StringComparer.Ordinal).ToList();
        return new GraphBox(name, agents.Count == 1 ? agents[0] : $"{agents.Count} agents", StatusWord.Of(worst.Status), worst.Id, $"{name}, {nodes.Count} nodes: {RunView.Counts(nodes)}; {cost}")
        {
            Figures = cost > Money.Zero ? Words.ShortMoney(cost) : "",
            Count = nodes.Count,
        };
    }
}
