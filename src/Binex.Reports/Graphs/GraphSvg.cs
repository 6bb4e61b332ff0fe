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
            DrawNode(_report.Nodes[i], _layout.X(i), _layout.Y(i));
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
        var x = _layout.X(chain[0]) + GraphLayout.BoxWidth;
        var y = _layout.Middle(chain[0]);
        path.Append('M').Append(At(x, y));
        for (var i = 1; i < chain.Length; i++)
        {
            var left = _layout.X(chain[i]);
            var to = _layout.Middle(chain[i]);
            var half = x + ((left - x) / 2);
            var isEnd = i == chain.Length - 1;
            path.Append(" C").Append(At(half, y)).Append(' ').Append(At(half, to)).Append(' ').Append(At(isEnd ? left - 2 : left, to));
            x = left;
            y = to;
            if (!isEnd)
            {
                x += GraphLayout.BoxWidth;
                path.Append(" L").Append(At(x, y));
            }
        }

        var isCritical = _critical.Contains((_report.Nodes[edge.From].Id, _report.Nodes[edge.To].Id));
        _svg.Empty("path", ("class", isCritical ? "edge critical" : "edge"), ("d", path.ToString()),
            ("marker-end", isCritical ? "url(#arrow-critical)" : "url(#arrow)"));
    }

    // Out to the right, below everything, and in from the left, so that no box is crossed.
    private void DrawBackEdge((int From, int To) edge, int number)
    {
        const double Radius = 9;
        var right = _layout.X(edge.From) + GraphLayout.BoxWidth;
        var turnRight = right + 16 + (number % 4 * 4);
        var left = _layout.X(edge.To);
        var turnLeft = left - 18 - (number % 4 * 4);
        var from = _layout.Middle(edge.From) + 16;
        var to = _layout.Middle(edge.To) + 16;
        var bottom = _layout.Bottom + GraphLayout.LoopRoom * (number + 0.7);
        var path = $"M{At(right, from)} H{N(turnRight - Radius)} Q{At(turnRight, from)} {At(turnRight, from + Radius)} V{N(bottom - Radius)} "
            + $"Q{At(turnRight, bottom)} {At(turnRight - Radius, bottom)} H{N(turnLeft + Radius)} Q{At(turnLeft, bottom)} {At(turnLeft, bottom - Radius)} "
            + $"V{N(to + Radius)} Q{At(turnLeft, to)} {At(turnLeft + Radius, to)} H{N(left - 2)}";
        _svg.Empty("path", ("class", "edge back"), ("d", path), ("marker-end", "url(#arrow)"));
        if (_report.Nodes[edge.From] is { Loop: { } loop } source)
        {
            var runs = source.Iterations.Count(iteration => iteration.StartedAt is not null);
            var label = Words.Shorten($"↺ while {loop.When} · ran {runs} of {loop.MaxIterations}", LoopLabelLength);
            _svg.Leaf("text", label, ("class", "loop-label"), ("x", (turnLeft + turnRight) / 2), ("y", bottom - 7), ("text-anchor", "middle"));
        }
    }

    private void DrawNode(ReportNode node, double x, double y)
    {
        var status = StatusWord.Of(node.Status);
        var agent = node.RequestedModel ?? node.Agent;
        var figures = node.StartedAt is null ? "" : node.Agent.StartsWith("llm://", StringComparison.Ordinal)
            ? $"{node.Cost} · {Words.Duration(node.DurationMs)}"
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

    private static string At(double x, double y) => $"{N(x)} {N(y)}";

    private static string N(double value) => SvgWriter.Number(value);
}
