using Binex.Core.Reports.Comparison;
using Binex.Core.Text;
using Binex.Reports.Comparisons;
using Binex.Reports.Graphs;
using Binex.Reports.Rendering;

namespace Binex.Reports;

/// <summary>Shows two runs side by side.</summary>
public static class ComparisonReport
{
    /// <summary>The comparison as one HTML file, like <see cref="HtmlReport"/>.</summary>
    /// <param name="comparison">The two runs.</param>
    public static string Html(RunComparison comparison)
    {
        var view = ComparisonView.Of(comparison);
        var graph = ComparisonGraph.Of(comparison);
        view["page"] = PageAssets.View;
        view["graph"] = GraphSvg.Draw(graph);
        view["shut_graph"] = graph.IsOpen ? GraphSvg.Draw(ComparisonGraph.Of(comparison, isOpen: false), "shut-arrow") : null;
        view["is_folded"] = graph.IsFolded ? "yes" : null;
        return ReportTemplates.Comparison.Render(new HtmlContext(view));
    }

    /// <summary>The comparison as Markdown: the sums and the nodes that changed.</summary>
    /// <param name="comparison">The two runs.</param>
    public static string Markdown(RunComparison comparison)
    {
        var (before, after) = (comparison.Before.Run, comparison.After.Run);
        return $"### {MarkdownText.Escape(after.Workflow)}: {MarkdownText.Escape(before.Id)} → {MarkdownText.Escape(after.Id)}\n\n"
            + $"{ComparisonTables.Sums(comparison).ToMarkdown()}\n{ComparisonTables.Nodes(comparison)?.ToMarkdown() ?? "No node changed.\n"}";
    }

    /// <summary>The comparison as text: the sums and the nodes that changed.</summary>
    /// <param name="comparison">The two runs.</param>
    public static string Text(RunComparison comparison)
    {
        var (before, after) = (comparison.Before.Run, comparison.After.Run);
        return $"{LogText.Line(before.Id)} → {LogText.Line(after.Id)} ({LogText.Line(after.Workflow)})\n\n"
            + $"{ComparisonTables.Sums(comparison).ToText()}\n{ComparisonTables.Nodes(comparison)?.ToText() ?? "no node changed\n"}";
    }
}
