using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Views;
using Scriban.Runtime;

namespace Binex.Reports.Timelines;

/// <summary>Draws when which node ran: a row for each node, a bar for each execution. Widths are shares, so it fits any screen.</summary>
internal static class TimelineView
{
    /// <summary>The most rows that are drawn.</summary>
    public const int MostRows = 150;

    private const double RowHeight = 28;
    private const double AxisHeight = 26;
    private const double BarHeight = 12;
    private const double LeastShare = 0.35;

    /// <summary>What the template needs; null when nothing ran.</summary>
    public static ScriptObject? Of(RunReport report)
    {
        var rows = report.Timeline.GroupBy(bar => bar.Node, StringComparer.Ordinal).Select(bars => bars.ToList()).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var shown = rows.Count <= MostRows ? rows : Choose(rows);
        return new ScriptObject
        {
            ["rows"] = shown.ConvertAll<object>(bars => Row(bars)),
            ["svg"] = Draw(report, shown),
            ["omitted"] = rows.Count > shown.Count ? Words.Counted(rows.Count - shown.Count, "shorter row") : null,
        };
    }

    private static List<List<ReportBar>> Choose(List<List<ReportBar>> rows)
    {
        var chosen = rows
            .OrderByDescending(bars => bars.Exists(bar => bar.Critical))
            .ThenByDescending(bars => bars.Sum(bar => bar.EndMs - bar.StartMs))
            .Take(MostRows)
            .ToHashSet();
        return rows.FindAll(chosen.Contains);
    }

    private static ScriptObject Row(List<ReportBar> bars)
    {
        var status = StatusWord.Of(bars[^1].Status);
        return new ScriptObject
        {
            ["id"] = bars[0].Node,
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
        };
    }

    private static Markup Draw(RunReport report, List<List<ReportBar>> rows)
    {
        var whole = Math.Max(1, report.Run.DurationMs);
        var height = AxisHeight + (rows.Count * RowHeight) + 4;
        var svg = new SvgWriter();
        svg.Start("svg", ("class", "timeline"), ("role", "img"), ("aria-label", "Timeline of the run"), ("width", "100%"), ("height", height));
        foreach (var mark in TimeAxis.Marks(report.Run.DurationMs))
        {
            var x = Share(mark, whole);
            svg.Empty("line", ("class", "tick"), ("x1", x), ("x2", x), ("y1", AxisHeight - 6), ("y2", height));
            svg.Leaf("text", mark == 0 ? "0" : Words.Duration(mark), ("class", "tick-label"), ("x", x), ("y", AxisHeight - 11),
                ("text-anchor", mark == 0 ? "start" : mark > whole * 0.94 ? "end" : "middle"));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var y = AxisHeight + (i * RowHeight) + ((RowHeight - BarHeight) / 2);
            foreach (var bar in rows[i])
            {
                DrawBar(svg, bar, y, whole);
            }
        }

        foreach (var pause in report.Pauses)
        {
            var x = Share(pause.AtMs, whole);
            svg.Start("g", ("class", "pause"))
                .Leaf("title", $"resumed after a pause of {Words.Duration(pause.DurationMs)}")
                .Empty("line", ("x1", x), ("x2", x), ("y1", AxisHeight - 6), ("y2", height))
                .End();
        }

        return svg.End().ToMarkup();
    }

    private static void DrawBar(SvgWriter svg, ReportBar bar, double y, long whole)
    {
        var status = StatusWord.Of(bar.Status);
        var time = $"{Words.Duration(bar.EndMs - bar.StartMs)}, from {Words.Duration(bar.StartMs)} to {Words.Duration(bar.EndMs)}";
        var queued = bar.StartMs - bar.ReadyMs;
        svg.Start("a", ("href", $"#node-{bar.Node}"))
            .Leaf("title", $"{bar.Node}{(bar.Iteration > 1 ? $" (iteration {bar.Iteration})" : "")}: {status.Word}, {time}"
                + (queued > 0 ? $"; waited {Words.Duration(queued)} for a place" : "") + (bar.Critical ? "; on the critical path" : ""));
        if (queued > 0)
        {
            svg.Empty("rect", ("class", "queued"), ("x", Share(bar.ReadyMs, whole)), ("y", y + 4), ("width", Share(queued, whole)), ("height", BarHeight - 8));
        }

        svg.Empty("rect", ("class", bar.Critical ? $"bar {status.Key} on-path" : $"bar {status.Key}"), ("x", Share(bar.StartMs, whole)), ("y", y), ("rx", 3),
            ("width", Width(bar.EndMs - bar.StartMs, whole)), ("height", BarHeight));
        if (bar.Critical)
        {
            svg.Empty("rect", ("class", "critical"), ("x", Share(bar.StartMs, whole)), ("y", y + BarHeight + 2),
                ("width", Width(bar.EndMs - bar.StartMs, whole)), ("height", 2.0));
        }

        svg.End();
    }

    private static string Share(long part, long whole) => Percent((double)part / whole * 100);

    private static string Width(long part, long whole) => Percent(Math.Max(LeastShare, (double)part / whole * 100));

    private static string Percent(double share) => Math.Round(Math.Clamp(share, 0, 100), 2).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "%";
}
