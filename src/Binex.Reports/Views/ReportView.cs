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
        var shown = Choose(report.Nodes, MostSections);
        var culprits = report.Causes.Select(cause => cause.Node).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = Choose(report.Nodes, MostRows);
        var isShown = shown.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        view["rows"] = rows.Select(node => Row(node, isShown.Contains(node.Id))).ToList();
        view["rows_omitted"] = report.Nodes.Count > rows.Count ? Words.Counted(report.Nodes.Count - rows.Count, "node") : null;
        view["results"] = report.Outputs.Select(output => NodeView.Output(output, contents, $"the result {output.Name}")).ToList();
        view["nodes"] = shown
            .Select(node => NodeView.Full(node, contents, report.Nodes.Count <= FewNodes || culprits.Contains(node.Id)))
            .ToList();
        view["omitted"] = report.Nodes.Count > shown.Count ? Words.Counted(report.Nodes.Count - shown.Count, "node") : null;
        view["lineage"] = LineageView.Of(report);
        return view;
    }

    private static ScriptObject Row(ReportNode node, bool isShown)
    {
        var row = NodeView.Row(node);
        row["is_shown"] = isShown ? "yes" : null;
        return row;
    }

    // Those that went wrong first, then the dearest; in document order.
    private static IReadOnlyList<ReportNode> Choose(IReadOnlyList<ReportNode> nodes, int most)
    {
        if (nodes.Count <= most)
        {
            return nodes;
        }

        var chosen = nodes
            .OrderByDescending(node => node.Status is not (NodeStatus.Completed or NodeStatus.Skipped or NodeStatus.Reused or NodeStatus.Blocked))
            .ThenByDescending(node => node.Cost)
            .Take(most)
            .ToHashSet();
        return [.. nodes.Where(chosen.Contains)];
    }
}
