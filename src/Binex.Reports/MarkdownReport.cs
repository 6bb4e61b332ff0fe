using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Views;

namespace Binex.Reports;

/// <summary>Shows a report as Markdown, as short as a comment or a job summary wants it.</summary>
public static class MarkdownReport
{
    private const int MostRows = 100;
    private const int ResultLength = 4000;

    /// <summary>The report as Markdown. Nothing that a model or a stranger wrote is markup, a link or a mention in it.</summary>
    /// <param name="report">The report.</param>
    public static string Render(RunReport report)
    {
        var view = ReportView.Of(report);
        var tree = NodeTree.Of(report.Nodes);
        var shown = ShownNodes.Of(report.Nodes, tree, MostRows);
        view["rows"] = shown.Select(node => NodeView.Row(report.Nodes[node], tree.DepthOf(node))).ToList();
        view["omitted"] = report.Nodes.Count > shown.Count ? Words.Counted(report.Nodes.Count - shown.Count, "node") : null;
        view["results"] = Excerpts.Of(report, ResultLength, text => MarkdownText.Fence(text, ""));
        return ReportTemplates.Markdown.Render(new MarkdownContext(view));
    }
}
