using Binex.Core.Reports;
using Binex.Core.Runs;

namespace Binex.Reports.Graphs;

/// <summary>
/// Folds the nodes of a large graph into groups. Only nodes of one layer are folded, or of layers that follow each other, so that what
/// comes out has no cycle that the graph has not. What went wrong stays for itself.
/// </summary>
internal static class GraphFold
{
    /// <summary>The most boxes that a reader can take in.</summary>
    public const int MostBoxes = 200;

    /// <summary>The most nodes that are kept out of groups because they went wrong.</summary>
    public const int MostCulprits = 40;

    private const string Items = "items";

    /// <summary>The groups, in the order of their first nodes; each node is in one.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="culprits">Those that stay for themselves where that can be, by their places.</param>
    /// <param name="edges">The edges between them.</param>
    /// <param name="mostBoxes">The most groups.</param>
    public static IReadOnlyList<GraphGroup> Fold(
        IReadOnlyList<ReportNode> nodes, IReadOnlySet<int> culprits, IReadOnlyList<(int From, int To)> edges, int mostBoxes)
    {
        if (nodes.Count <= mostBoxes)
        {
            return [.. nodes.Select((node, i) => new GraphGroup(node.Id, [i]))];
        }

        var layers = GraphLayers.LongestPaths(nodes.Count, edges);
        var alone = culprits.Order().Take(Math.Min(MostCulprits, mostBoxes / 2)).ToHashSet();
        var depth = layers.Max() + 1;
        var perBand = (depth / Math.Max(1, mostBoxes - alone.Count)) + 1;
        Func<int, (int, string, string)>[] ways =
        [
            i => (layers[i], Stem(nodes[i]), nodes[i].Agent),
            i => (layers[i], Stem(nodes[i]), ""),
            i => (layers[i], "", ""),
            i => (layers[i] / perBand, "", ""),
        ];
        var groups = new List<GraphGroup>();
        foreach (var way in ways)
        {
            groups = [.. Enumerable.Range(0, nodes.Count)
                .GroupBy(i => alone.Contains(i) ? (Key: default, Alone: i) : (Key: way(i), Alone: -1))
                .Select(members => new GraphGroup(NameOf(members.Key.Key.Item2, [.. members], nodes), [.. members]))];
            if (groups.Count <= mostBoxes)
            {
                break;
            }
        }

        return groups;
    }

    /// <summary>How much a status matters where one stands for many.</summary>
    public static int Weight(NodeStatus status) => status switch
    {
        NodeStatus.Failed or NodeStatus.Refused => 6,
        NodeStatus.Cancelled => 5,
        NodeStatus.Running or NodeStatus.Waiting => 4,
        NodeStatus.Blocked => 3,
        NodeStatus.Completed or NodeStatus.Reused => 2,
        NodeStatus.Skipped => 1,
        _ => 0,
    };

    /// <summary>What an id has in common with those of its kind: all but its number.</summary>
    internal static string Stem(string id) => id.TrimEnd("0123456789".ToCharArray()).TrimEnd('-', '_', '.').ToLowerInvariant();

    private static string Stem(ReportNode node) => node.Item is null ? Stem(node.Id) : Items;

    private static string NameOf(string stem, IReadOnlyList<int> members, IReadOnlyList<ReportNode> nodes) =>
        members.Count == 1 || stem.Length == 0 ? nodes[members[0]].Id : stem;
}
