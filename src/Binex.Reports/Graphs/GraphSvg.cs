using System.Text;
using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Views;

namespace Binex.Reports.Graphs;

/// <summary>Draws the graph of a run from left to right.</summary>
internal sealed class GraphSvg
{
    /// <summary>The largest graph that is drawn; a larger one tells nobody anything.</summary>
    public const int MostNodes = 300;

    /// <summary>The most edges that are drawn.</summary>
    public const int MostEdges = 1500;

    private const double TextInset = 14;
    private const int IdLength = 22;
    private const int AgentLength = 28;
    private const int LoopLabelLength = 48;

    private readonly RunReport _report;
    private readonly GraphLayout _layout;
    private readonly HashSet<(string From, string To)> _critical = [];
    private readonly SvgWriter _svg = new();

    private GraphSvg(RunReport report)
    {
        _report = report;
        _layout = GraphLayout.Of(report);
        for (var i = 1; i < report.CriticalPath.Count; i++)
        {
            _critical.Add((report.CriticalPath[i - 1], report.CriticalPath[i]));
        }
    }

    /// <summary>The drawing; null when the graph is empty or too large.</summary>
    public static Markup? Draw(RunReport report) =>
        report.Nodes.Count is 0 or > MostNodes || report.Edges.Count > MostEdges ? null : new GraphSvg(report).Draw();

    private Markup Draw()
    {
        _svg.Start("svg", ("class", "graph"), ("role", "group"), ("aria-label", "Graph of the workflow"),
            ("width", _layout.Width), ("height", _layout.Height), ("viewBox", $"0 0 {SvgWriter.Number(_layout.Width)} {SvgWriter.Number(_layout.Height)}"));
        DrawArrowHead();
        for (var i = 0; i < _layout.Edges.Count; i++)
        {
            DrawEdge(_layout.Edges[i], _layout.Layers.Chains[i]);
        }

        for (var i = 0; i < _layout.BackEdges.Count; i++)
        {
            DrawBackEdge(_layout.BackEdges[i], i);
        }

        for (var i = 0; i < _report.Nodes.Count; i++)
        {
            DrawNode(_report.Nodes[i], _layout.Corner(i));
        }

        return _svg.End().ToMarkup();
    }

    private void DrawArrowHead()
    {
        _svg.Start("defs");
        foreach (var kind in (ReadOnlySpan<string>)["arrow", "arrow-critical"])
        {
            _svg.Start("marker", ("id", kind), ("class", kind), ("viewBox", "0 0 8 8"), ("refX", 7), ("refY", 4), ("markerWidth", 7), ("markerHeight", 7),
                    ("orient", "auto-start-reverse"))
                .Empty("path", ("d", "M0 0.8 L7.2 4 L0 7.2 Z"))
                .End();
        }

        _svg.End();
    }

    private void DrawEdge((int From, int To) edge, int[] chain)
    {
        var path = new StringBuilder();
        var main = _layout.Begin(chain[0]) + _layout.MainSize;
        var cross = _layout.Middle(chain[0]);
        path.Append('M').Append(At(main, cross));
        for (var i = 1; i < chain.Length; i++)
        {
            var begin = _layout.Begin(chain[i]);
            var to = _layout.Middle(chain[i]);
            var half = main + ((begin - main) / 2);
            var isEnd = i == chain.Length - 1;
            path.Append(" C").Append(At(half, cross)).Append(' ').Append(At(half, to)).Append(' ').Append(At(isEnd ? begin - 2 : begin, to));
            main = begin;
            cross = to;
            if (!isEnd)
            {
                main += _layout.MainSize;
                path.Append(" L").Append(At(main, cross));
            }
        }

        var isCritical = _critical.Contains((_report.Nodes[edge.From].Id, _report.Nodes[edge.To].Id));
        _svg.Empty("path", ("class", isCritical ? "edge critical" : "edge"), ("d", path.ToString()),
            ("marker-end", isCritical ? "url(#arrow-critical)" : "url(#arrow)"));
    }

    // Out of the end of one box, past all boxes, and into the begin of the other, so that no box is crossed.
    private void DrawBackEdge((int From, int To) edge, int number)
    {
        const double Radius = 9;
        const double Aside = 16;
        var end = _layout.Begin(edge.From) + _layout.MainSize;
        var begin = _layout.Begin(edge.To);
        var turnOut = end + Aside + (number % 4 * 3);
        var turnIn = begin - Aside - 4 - (number % 4 * 3);
        var from = _layout.Middle(edge.From) + Aside;
        var to = _layout.Middle(edge.To) + Aside;
        var beyond = _layout.CrossEnd + (GraphLayout.LoopRoom * (number + 0.7));
        var path = $"M{At(end, from)} L{At(turnOut - Radius, from)} Q{At(turnOut, from)} {At(turnOut, from + Radius)} L{At(turnOut, beyond - Radius)} "
            + $"Q{At(turnOut, beyond)} {At(turnOut - Radius, beyond)} L{At(turnIn + Radius, beyond)} Q{At(turnIn, beyond)} {At(turnIn, beyond - Radius)} "
            + $"L{At(turnIn, to + Radius)} Q{At(turnIn, to)} {At(turnIn + Radius, to)} L{At(begin - 2, to)}";
        _svg.Empty("path", ("class", "edge back"), ("d", path), ("marker-end", "url(#arrow)"));
        if (_report.Nodes[edge.From] is { Loop: { } loop } source)
        {
            var runs = source.Iterations.Count(iteration => iteration.StartedAt is not null);
            var (x, y) = _layout.At((turnIn + turnOut) / 2, beyond);
            _svg.Leaf("text", Words.Shorten($"↺ ran {runs} of {loop.MaxIterations}, while {loop.When}", LoopLabelLength), ("class", "loop-label"),
                ("x", _layout.IsDown ? x + 8 : x), ("y", _layout.IsDown ? y + 4 : y - 7), ("text-anchor", _layout.IsDown ? "start" : "middle"));
        }
    }

    private void DrawNode(ReportNode node, (double X, double Y) corner)
    {
        var (x, y) = corner;
        var status = StatusWord.Of(node.Status);
        var agent = node.RequestedModel ?? node.Agent;
        var figures = node.StartedAt is null ? "" : node.Agent.StartsWith("llm://", StringComparison.Ordinal)
            ? $"{Words.ShortMoney(node.Cost)} · {Words.Duration(node.DurationMs)}"
            : Words.Duration(node.DurationMs);
        _svg.Start("a", ("href", $"#node-{node.Id}"), ("class", $"box {status.Key}"))
            .Leaf("title", $"{node.Id}: {status.Word}, {agent}, {node.Cost}, {Words.Duration(node.DurationMs)}")
            .Empty("rect", ("class", "frame"), ("x", x), ("y", y), ("width", GraphLayout.BoxWidth), ("height", GraphLayout.BoxHeight), ("rx", 8))
            .Empty("rect", ("class", "edge-mark"), ("x", x), ("y", y + 10), ("width", 3), ("height", GraphLayout.BoxHeight - 20), ("rx", 1.5))
            .Leaf("text", Words.Shorten(node.Id, IdLength), ("class", "id"), ("x", x + TextInset), ("y", y + 21))
            .Leaf("text", Words.Shorten(agent, AgentLength), ("class", "agent"), ("x", x + TextInset), ("y", y + 37))
            .Leaf("text", $"{status.Icon} {status.Word}", ("class", "status"), ("x", x + TextInset), ("y", y + 54))
            .Leaf("text", figures, ("class", "figures"), ("x", x + GraphLayout.BoxWidth - 10), ("y", y + 54), ("text-anchor", "end"))
            .End();
    }

    private string At(double main, double cross)
    {
        var (x, y) = _layout.At(main, cross);
        return $"{SvgWriter.Number(x)} {SvgWriter.Number(y)}";
    }
}
