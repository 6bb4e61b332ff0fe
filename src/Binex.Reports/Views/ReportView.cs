using Binex.Core.Reports;
using Binex.Core.Runs;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>What templates see of a report.</summary>
internal static class ReportView
{
    /// <summary>The most nodes that are shown in full; beyond it those that ended well are left to the table.</summary>
    public const int MostSections = 1000;

    /// <summary>The most rows that the table of nodes has.</summary>
    public const int MostRows = 5000;

    private const int FewNodes = 3;

    public static ScriptObject Of(RunReport report) => new()
    {
        ["run"] = RunView.Of(report),
        ["money"] = MoneyView.Of(report),
        ["trouble"] = RunView.Trouble(report),
        ["notes"] = RunView.Notes(report),
    };

    /// <summary>The view with all nodes in full and the results.</summary>
    public static ScriptObject Full(RunReport report, string? textFolder)
    {
        var view = Of(report);
        var contents = new ContentViews(report, textFolder);
        var tree = NodeTree.Of(report.Nodes);
        var shown = ShownNodes.Of(report.Nodes, tree, MostSections);
        var rows = ShownNodes.Of(report.Nodes, tree, MostRows);
        var isShown = shown.ToHashSet();
        view["rows"] = rows.Select(node => Row(report.Nodes[node], tree.DepthOf(node), isShown.Contains(node))).ToList();
        view["rows_omitted"] = LeftOut(report.Nodes, rows);
        view["results"] = report.Outputs.Select(output => NodeView.Output(output, contents, $"the result {output.Name}")).ToList();
        view["nodes"] = Sections(report, tree, shown, contents);
        view["omitted"] = LeftOut(report.Nodes, shown);
        view["lineage"] = LineageView.Of(report);
        return view;
    }

    // Where more went wrong than there is room for, what is left out did not all end well.
    private static string? LeftOut(IReadOnlyList<ReportNode> nodes, IReadOnlyList<int> shown)
    {
        var left = nodes.Count - shown.Count;
        var good = nodes.Count(IsGood) - shown.Count(node => IsGood(nodes[node]));
        return left <= 0 ? null
            : $"{Words.Counted(left, "node")}{(good == left ? " that ended as they should" : good == 0 ? "" : $", {Words.Count(good)} of which ended as they should,")} {(left == 1 ? "is" : "are")} left out";
    }

    private static bool IsGood(ReportNode node) => node.Status is NodeStatus.Completed or NodeStatus.Reused or NodeStatus.Skipped;

    private static ScriptObject Row(ReportNode node, int depth, bool isShown)
    {
        var row = NodeView.Row(node, depth);
        row["is_shown"] = isShown ? "yes" : null;
        return row;
    }

    // What lies deeper than a page can show as boxes in boxes stands in the last box that can be shown.
    private static List<ScriptObject> Sections(RunReport report, NodeTree tree, IReadOnlyList<int> shown, ContentViews contents)
    {
        var culprits = report.Causes.Select(cause => cause.Node).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var open = tree.WithParents(shown.Where(node => report.Nodes.Count <= FewNodes || culprits.Contains(report.Nodes[node].Id)));
        var roots = new List<ScriptObject>();
        var insides = new Dictionary<int, List<ScriptObject>> { [-1] = roots };
        var hosts = new Dictionary<int, int> { [-1] = -1 };
        foreach (var node in shown)
        {
            var host = hosts[tree.ParentOf(node)];
            var isHost = tree.DepthOf(node) < NodeView.MostDepth;
            var view = NodeView.Full(report.Nodes[node], tree.DepthOf(node), contents, open.Contains(node));
            view["inside"] = insides[node] = [];
            view["inside_text"] = tree.Inside(node) is { Count: > 0 } inside ? $"{Words.Count(inside.Count)}: {RunView.Counts([.. inside.Select(i => report.Nodes[i])])}" : null;
            hosts[node] = isHost ? node : host;
            insides[host].Add(view);
        }

        return roots;
    }
}
