using Binex.Core.Plans.Comparison;
using Binex.Core.Reports;
using Binex.Core.Reports.Comparison;
using Binex.Core.Runs;
using Binex.Reports.Graphs;

namespace Binex.Reports.Comparisons;

/// <summary>Makes of two runs one graph: that of the second with what only the first had, and marks on what changed.</summary>
internal static class ComparisonGraph
{
    public static GraphModel Of(RunComparison comparison, bool isOpen = true)
    {
        var removed = comparison.Nodes.Where(node => node.Change == NodeChange.Removed).Select(node => node.Before!).ToList();
        var union = comparison.After with
        {
            Nodes = [.. comparison.After.Nodes, .. removed],
            Edges = [.. comparison.After.Edges.Concat(comparison.Before.Edges).DistinctBy(edge => (edge.From.ToLowerInvariant(), edge.To.ToLowerInvariant(), edge.IsBackEdge))],
            // What changed is not folded away with what did not.
            Causes = [.. comparison.Changes.Select(node => new ReportCause(node.Id, NodeStatus.Completed, "", ""))],
        };
        var changes = comparison.Nodes.ToDictionary(node => node.Id, node => node.Change, StringComparer.OrdinalIgnoreCase);
        return RunGraph.Of(union, isOpen: isOpen).With(box => box.Count == 1 ? Marked(box, changes.GetValueOrDefault(box.Target)) : box);
    }

    private static GraphBox Marked(GraphBox box, NodeChange change)
    {
        var (key, sign, word) = ComparisonView.WordOf(change);
        return change == NodeChange.Unchanged
            ? box with { Change = key }
            : box with { Change = key, Mark = $"{sign} {word}", Title = $"{box.Title}; {word}" };
    }
}
