using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Views;
using Scriban.Runtime;

namespace Binex.Reports.Timelines;

/// <summary>Draws when which node ran: a row of a table for each node, a bar for each execution. Widths are shares, so it fits any screen.</summary>
internal static class TimelineView
{
    /// <summary>The most rows that are drawn.</summary>
    public const int MostRows = 150;

    private const int MostSpoken = 20;
    private const double RowHeight = 28;
    private const double AxisHeight = 18;
    private const double BarHeight = 12;
    private const decimal LeastShare = 0.0035m;

    /// <summary>What the template needs; null when nothing ran.</summary>
    public static ScriptObject? Of(RunReport report)
    {
        var rows = report.Timeline.GroupBy(bar => bar.Node, StringComparer.Ordinal).Select(bars => bars.ToList()).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var tree = NodeTree.Of(report.Nodes);
        var placed = Placed(report.Nodes, tree, rows);
        var shown = rows.Count <= MostRows ? placed : Choose(placed, tree);
        var whole = Math.Max(1, report.Run.DurationMs);
        var marks = TimeAxis.Marks(whole);
        return new ScriptObject
        {
            ["axis"] = Axis(marks, whole),
            ["rows"] = shown.ConvertAll<object>(row => Row(row.Bars, row.Node < 0 ? ("", row.Bars[0].Node) : NodeView.NameInside(report.Nodes[row.Node]), row.Node < 0 ? 0 : tree.DepthOf(row.Node), report.Pauses, marks, whole)),
            ["omitted"] = rows.Count > shown.Count ? Words.Counted(rows.Count - shown.Count, "shorter row") : null,
        };
    }

    // In order of start, the rows of what lies inside a node below its own.
    private static List<(int Node, List<ReportBar> Bars)> Placed(IReadOnlyList<ReportNode> nodes, NodeTree tree, List<List<ReportBar>> rows)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < nodes.Count; i++)
        {
            places.TryAdd(nodes[i].Id, i);
        }

        var rowOf = new Dictionary<int, List<ReportBar>>();
        var strangers = new List<(int, List<ReportBar>)>();
        var first = Enumerable.Repeat(rows.Count, nodes.Count).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            if (places.TryGetValue(rows[i][0].Node, out var node) && rowOf.TryAdd(node, rows[i]))
            {
                for (var at = node; at >= 0 && first[at] > i; at = tree.ParentOf(at))
                {
                    first[at] = i;
                }
            }
            else
            {
                strangers.Add((-1, rows[i]));
            }
        }

        return [.. tree.Ordered(node => first[node]).Where(rowOf.ContainsKey).Select(node => (node, rowOf[node])), .. strangers];
    }

    private static List<(int Node, List<ReportBar> Bars)> Choose(List<(int Node, List<ReportBar> Bars)> rows, NodeTree tree)
    {
        var chosen = rows
            .OrderByDescending(row => row.Bars.Exists(bar => bar.Critical))
            .ThenByDescending(row => row.Bars.Sum(bar => bar.EndMs - bar.StartMs))
            .Take(MostRows)
            .ToHashSet();
        var parents = tree.WithParents(chosen.Select(row => row.Node));
        return rows.FindAll(row => chosen.Contains(row) || parents.Contains(row.Node));
    }

    private static ScriptObject Row(List<ReportBar> bars, (string Before, string Name) name, int depth, IReadOnlyList<ReportPause> pauses, IReadOnlyList<long> marks, long whole)
    {
        var status = StatusWord.Of(bars[^1].Status);
        return new ScriptObject
        {
            ["id"] = bars[0].Node,
            ["before"] = name.Before,
            ["name"] = name.Name,
            ["depth"] = Math.Min(depth, NodeView.MostDepth),
            ["key"] = status.Key,
            ["icon"] = status.Icon,
            ["word"] = status.Word,
            ["duration"] = Words.Duration(bars.Sum(bar => Math.Max(0, bar.EndMs - bar.StartMs))),
            ["svg"] = Lane(bars, pauses, marks, whole),
        };
    }

    private static Markup Axis(IReadOnlyList<long> marks, long whole)
    {
        var svg = new SvgWriter();
        svg.Start("svg", ("class", "lane"), ("width", "100%"), ("height", AxisHeight), ("font-family", "sans-serif"), ("font-size", 11), ("fill", Palette.Muted), ("aria-hidden", "true"));
        foreach (var mark in marks)
        {
            svg.Leaf("text", mark == 0 ? "0" : Words.Duration(mark), ("class", "tick-label"), ("x", Share(mark, whole)), ("y", 13),
                ("text-anchor", mark == 0 ? "start" : mark > whole * 0.94 ? "end" : "middle"));
        }

        return svg.End().ToMarkup();
    }

    private static Markup Lane(List<ReportBar> bars, IReadOnlyList<ReportPause> pauses, IReadOnlyList<long> marks, long whole)
    {
        var svg = new SvgWriter();
        svg.Start("svg", ("class", "lane"), ("role", "img"), ("aria-label", string.Join("; ", bars.Take(MostSpoken).Select(Sentence))), ("width", "100%"), ("height", RowHeight));
        foreach (var mark in marks)
        {
            var x = Share(mark, whole);
            svg.Empty("line", ("class", "tick"), ("stroke", Palette.Line), ("x1", x), ("x2", x), ("y1", 0), ("y2", RowHeight));
        }

        foreach (var pause in pauses)
        {
            var x = Share(pause.AtMs, whole);
            svg.Start("g", ("class", "pause"), ("stroke", Palette.Muted), ("stroke-width", 2), ("stroke-dasharray", "2 3"))
                .Leaf("title", $"resumed after a pause of {Words.Duration(pause.DurationMs)}")
                .Empty("line", ("x1", x), ("x2", x), ("y1", 0), ("y2", RowHeight))
                .End();
        }

        foreach (var bar in bars)
        {
            DrawBar(svg, bar, whole);
        }

        return svg.End().ToMarkup();
    }

    private static void DrawBar(SvgWriter svg, ReportBar bar, long whole)
    {
        const double Top = (RowHeight - BarHeight) / 2;
        var status = StatusWord.Of(bar.Status);
        var queued = bar.StartMs - bar.ReadyMs;
        svg.Start("g").Leaf("title", Sentence(bar));
        if (queued > 0)
        {
            svg.Empty("rect", ("class", "queued"), ("fill", Palette.LineStrong), ("x", Share(bar.ReadyMs, whole)), ("y", Top + 4), ("width", Share(queued, whole)), ("height", BarHeight - 8));
        }

        var colour = status.Key != "completed" ? Palette.Of(status.Key) : bar.Critical ? Palette.Accent : Palette.AccentMid;
        var width = Width(bar.EndMs - bar.StartMs, whole);
        svg.Empty("rect", ("class", bar.Critical ? $"bar {status.Key} on-path" : $"bar {status.Key}"), ("fill", colour), ("x", Share(bar.StartMs, whole)), ("y", Top), ("rx", 3),
            ("width", width), ("height", BarHeight));
        if (bar.Critical)
        {
            svg.Empty("rect", ("class", "critical"), ("fill", Palette.Accent), ("x", Share(bar.StartMs, whole)), ("y", Top + BarHeight + 2), ("width", width), ("height", 2.0));
        }

        svg.End();
    }

    private static string Sentence(ReportBar bar)
    {
        var queued = bar.StartMs - bar.ReadyMs;
        return $"{bar.Node}{(bar.Iteration > 1 ? $" (iteration {bar.Iteration})" : "")}: {StatusWord.Of(bar.Status).Word}, "
            + $"{Words.Duration(bar.EndMs - bar.StartMs)}, from {Words.Duration(bar.StartMs)} to {Words.Duration(bar.EndMs)}"
            + (queued > 0 ? $"; waited {Words.Duration(queued)} for a place" : "") + (bar.Critical ? "; on the critical path" : "");
    }

    private static string Share(long part, long whole) => SvgWriter.Percent((decimal)part / whole);

    private static string Width(long part, long whole) => SvgWriter.Percent(Math.Max(LeastShare, (decimal)part / whole));
}
