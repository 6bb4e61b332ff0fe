using Binex.Reports.Indexes;
using Binex.Reports.Rendering;

namespace Binex.Reports;

/// <summary>Shows many runs on one page: how cost, time and success went, by workflow and by model.</summary>
public static class IndexReport
{
    /// <summary>The page as HTML, like <see cref="HtmlReport"/>.</summary>
    /// <param name="runs">The runs, the newest first.</param>
    /// <param name="toolVersion">The version of Binex.</param>
    public static string Render(IReadOnlyList<IndexedRun> runs, string toolVersion)
    {
        var view = IndexView.Of(runs, toolVersion);
        view["page"] = PageAssets.View;
        return ReportTemplates.Index.Render(new HtmlContext(view));
    }
}
