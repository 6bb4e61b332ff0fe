using Binex.Core.Reports;
using Binex.Reports.Charts;
using Binex.Reports.Graphs;
using Binex.Reports.Rendering;
using Binex.Reports.Timelines;
using Binex.Reports.Views;

namespace Binex.Reports;

/// <summary>Shows a report as one HTML file that needs nothing else: no network, and no script to be read.</summary>
public static class HtmlReport
{
    /// <summary>The report as HTML. Everything that a model or a stranger wrote is escaped.</summary>
    /// <param name="report">The report.</param>
    /// <param name="textFolder">The folder beside the page that has the full texts, as a name; null for none. See <see cref="FullTexts"/>.</param>
    public static string Render(RunReport report, string? textFolder = null)
    {
        var graph = RunGraph.Of(report);
        var view = ReportView.Full(report, textFolder);
        view["page"] = PageAssets.View;
        view["graph"] = GraphSvg.Draw(graph);
        view["shut_graph"] = graph.IsOpen ? GraphSvg.Draw(RunGraph.Of(report, isOpen: false), "shut-arrow") : null;
        view["is_folded"] = graph.IsFolded ? "yes" : null;
        view["timeline"] = TimelineView.Of(report);
        view["money_chart"] = MoneyChart.Draw(report, MoneyView.CapOf(report));
        return ReportTemplates.Html.Render(new HtmlContext(view));
    }
}
