using Binex.Core.Reports;
using Binex.Reports.Graphs;
using Binex.Reports.Rendering;
using Binex.Reports.Timelines;
using Binex.Reports.Views;

namespace Binex.Reports;

/// <summary>Shows a report as one HTML file that needs nothing else: no network, no script.</summary>
public static class HtmlReport
{
    /// <summary>The report as HTML. Everything that a model or a stranger wrote is escaped.</summary>
    /// <param name="report">The report.</param>
    public static string Render(RunReport report)
    {
        var view = ReportView.Full(report);
        view["css"] = new Markup(ReportTemplates.Css);
        view["graph"] = GraphSvg.Draw(report);
        view["timeline"] = TimelineView.Of(report);
        return ReportTemplates.Html.Render(new HtmlContext(view));
    }
}
