using Binex.Core.Reports;
using Binex.Reports.Views;

namespace Binex.Reports.Graphs;

/// <summary>Makes of a report the graph that is drawn of it.</summary>
internal static class RunGraph
{
    private const int LoopLabelLength = 48;

    /// <summary>The graph, with nodes folded into groups where there are more than a reader can take in.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mostBoxes">The most boxes that it may have.</param>
    public static GraphModel Of(RunReport report, int mostBoxes = GraphFold.MostBoxes)
    {
        var (indexes, edges, backEdges) = EdgesOf(report);
        var groups = GraphFold.Fold(report, edges, mostBoxes);
        var boxOf = new int[report.Nodes.Count];
        for (var i = 0; i < groups.Count; i++)
        {
            foreach (var member in groups[i].Members)
            {
                boxOf[member] = i;
            }
        }

        var critical = new HashSet<(int, int)>();
        for (var i = 1; i < report.CriticalPath.Count; i++)
        {
            if (indexes.TryGetValue(report.CriticalPath[i - 1], out var from) && indexes.TryGetValue(report.CriticalPath[i], out var to))
            {
                critical.Add((boxOf[from], boxOf[to]));
            }
        }

        return new GraphModel([.. groups.Select(group => group.Members.Count == 1 ? BoxOf(report.Nodes[group.Members[0]]) : BoxOf(group, report))], Mapped(edges), Mapped(backEdges, isLoop: true))
        {
            Critical = critical,
        };

        // A loop of one box is only drawn for a node.
        List<(int From, int To)> Mapped(List<(int From, int To)> from, bool isLoop = false) =>
            [.. from.Select(edge => (From: boxOf[edge.From], To: boxOf[edge.To])).Where(edge => edge.From != edge.To || (isLoop && groups[edge.From].Members.Count == 1)).Distinct()];
    }

    /// <summary>The place of each node by its id, and the edges between nodes that there are.</summary>
    public static (Dictionary<string, int> Indexes, List<(int From, int To)> Edges, List<(int From, int To)> BackEdges) EdgesOf(RunReport report)
    {
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < report.Nodes.Count; i++)
        {
            indexes.TryAdd(report.Nodes[i].Id, i);
        }

        var edges = new List<(int, int)>();
        var backEdges = new List<(int, int)>();
        foreach (var edge in report.Edges)
        {
            if (indexes.TryGetValue(edge.From, out var from) && indexes.TryGetValue(edge.To, out var to) && (edge.IsBackEdge || from != to))
            {
                (edge.IsBackEdge ? backEdges : edges).Add((from, to));
            }
        }

        return (indexes, [.. edges.Distinct()], [.. backEdges.Distinct()]);
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

    private static GraphBox BoxOf(GraphGroup group, RunReport report)
    {
        var nodes = group.Members.Select(member => report.Nodes[member]).ToList();
        var worst = nodes.MaxBy(node => GraphFold.Weight(node.Status))!;
        var cost = nodes.Aggregate(0m, (sum, node) => sum + node.Cost.Usd);
        var agents = nodes.Select(node => node.RequestedModel ?? node.Agent).Distinct(StringComparer.Ordinal).ToList();
        var counts = RunView.Counts(nodes);
        var money = new Core.Costs.Money(cost);
        return new GraphBox(group.Name, agents.Count == 1 ? agents[0] : $"{agents.Count} agents", StatusWord.Of(worst.Status), worst.Id, $"{group.Name}, {nodes.Count} nodes: {counts}; {money}")
        {
            Figures = cost > 0 ? Words.ShortMoney(money) : "",
            Count = nodes.Count,
        };
    }
}
