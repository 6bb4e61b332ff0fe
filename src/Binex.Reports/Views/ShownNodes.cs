using Binex.Core.Reports;
using Binex.Core.Runs;

namespace Binex.Reports.Views;

/// <summary>Chooses the nodes of a report for which there is room.</summary>
internal static class ShownNodes
{
    /// <summary>
    /// All nodes where they have room; else those that went wrong first, then those of the workflow itself, then the dearest, each with
    /// the nodes in which it lies. In document order, each followed by what lies inside it.
    /// </summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="tree">Which lie inside which.</param>
    /// <param name="most">For how many there is room; the nodes in which they lie may come on top.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<ReportNode> nodes, NodeTree tree, int most)
    {
        if (nodes.Count <= most)
        {
            return [.. tree.Ordered()];
        }

        var chosen = Enumerable.Range(0, nodes.Count)
            .OrderByDescending(i => nodes[i].Status is NodeStatus.Failed or NodeStatus.Refused)
            .ThenByDescending(i => nodes[i].Status is not (NodeStatus.Completed or NodeStatus.Reused or NodeStatus.Skipped or NodeStatus.Blocked))
            .ThenBy(tree.DepthOf)
            .ThenByDescending(i => nodes[i].Cost)
            .Take(most);
        var shown = tree.WithParents(chosen);
        return [.. tree.Ordered().Where(shown.Contains)];
    }
}
