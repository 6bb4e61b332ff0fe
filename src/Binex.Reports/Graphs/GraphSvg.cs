using System.Text;
using Binex.Reports.Rendering;
using Binex.Reports.Views;

namespace Binex.Reports.Graphs;

/// <summary>Draws a graph: layer after layer to the right, or down where that fits a page better.</summary>
internal sealed class GraphSvg
{
    private const double TextInset = 14;
    private const double StackOffset = 4;
    private const int IdLength = 22;
    private const int AgentLength = 28;

    private readonly GraphModel _graph;
    private readonly GraphLayout _layout;
    private readonly (double X, double Y) _origin;
    private readonly string _arrow;
    private readonly SvgWriter _svg;

    private GraphSvg(GraphModel graph, GraphLayout layout, (double X, double Y) origin, string arrow, SvgWriter svg) =>
        (_graph, _layout, _origin, _arrow, _svg) = (graph, layout, origin, arrow, svg);

    /// <summary>The drawing; null when there is nothing to draw.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="arrow">What the ends of its lines are called, which must be another name in each drawing of a page.</param>
    public static Markup? Draw(GraphModel graph, string arrow = "arrow")
    {
        if (graph.Boxes.Count == 0)
        {
            return null;
        }

        var svg = new SvgWriter();
        var layout = GraphLayout.Of(graph);
        svg.Start("svg", ("class", "graph"), ("role", "group"), ("aria-label", "Graph of the workflow"), ("font-family", "sans-serif"), ("font-size", 12), ("fill", Palette.Text),
            ("width", layout.Width), ("height", layout.Height), ("viewBox", $"0 0 {SvgWriter.Number(layout.Width)} {SvgWriter.Number(layout.Height)}"));
        DrawArrowHeads(svg, arrow);
        new GraphSvg(graph, layout, (0, 0), arrow, svg).Draw();
        return svg.End().ToMarkup();
    }

    private void Draw()
    {
        _svg.Start("g", ("class", "edges"), ("fill", "none"), ("stroke", Palette.LineStrong), ("stroke-width", 1.5));
        for (var i = 0; i < _layout.Edges.Count; i++)
        {
            DrawEdge(_layout.Edges[i], _layout.Layers.Chains[i]);
        }

        _svg.End();
        for (var i = 0; i < _layout.BackEdges.Count; i++)
        {
            DrawBackEdge(_layout.BackEdges[i], i);
        }

        for (var i = 0; i < _graph.Boxes.Count; i++)
        {
            var (x, y) = _layout.Corner(i);
            DrawBox(_graph.Boxes[i], i, x + _origin.X, y + _origin.Y);
        }
    }

    private static void DrawArrowHeads(SvgWriter svg, string arrow)
    {
        svg.Start("defs");
        foreach (var (kind, colour) in (ReadOnlySpan<(string, string)>)[("", Palette.LineStrong), ("-critical", Palette.Accent)])
        {
            svg.Start("marker", ("id", arrow + kind), ("class", "arrow" + kind), ("fill", colour), ("viewBox", "0 0 8 8"), ("refX", 7), ("refY", 4), ("markerWidth", 7), ("markerHeight", 7),
                    ("orient", "auto-start-reverse"))
                .Empty("path", ("d", "M0 0.8 L7.2 4 L0 7.2 Z"))
                .End();
        }

        svg.End();
    }

    private void DrawEdge((int From, int To) edge, int[] chain)
    {
        var path = new StringBuilder();
        var main = _layout.End(chain[0]);
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
                main = _layout.End(chain[i]);
                path.Append(" L").Append(At(main, cross));
            }
        }

        var isCritical = _graph.Critical.Contains(edge);
        _svg.Empty("path", ("class", isCritical ? "edge critical" : "edge"), ("stroke", isCritical ? Palette.Accent : null), ("d", path.ToString()),
            ("marker-end", isCritical ? $"url(#{_arrow}-critical)" : $"url(#{_arrow})"));
    }

    // Out of the end of one box, past all boxes, and into the begin of the other, so that no box is crossed.
    private void DrawBackEdge((int From, int To) edge, int number)
    {
        const double Radius = 9;
        const double Aside = 16;
        var end = _layout.End(edge.From);
        var begin = _layout.Begin(edge.To);
        var turnOut = end + Aside + (number % 4 * 3);
        var turnIn = begin - Aside - 4 - (number % 4 * 3);
        var from = _layout.Middle(edge.From) + Aside;
        var to = _layout.Middle(edge.To) + Aside;
        var beyond = _layout.CrossEnd + (GraphLayout.LoopRoom * (number + 0.7));
        var path = $"M{At(end, from)} L{At(turnOut - Radius, from)} Q{At(turnOut, from)} {At(turnOut, from + Radius)} L{At(turnOut, beyond - Radius)} "
            + $"Q{At(turnOut, beyond)} {At(turnOut - Radius, beyond)} L{At(turnIn + Radius, beyond)} Q{At(turnIn, beyond)} {At(turnIn, beyond - Radius)} "
            + $"L{At(turnIn, to + Radius)} Q{At(turnIn, to)} {At(turnIn + Radius, to)} L{At(begin - 2, to)}";
        _svg.Empty("path", ("class", "edge back"), ("fill", "none"), ("stroke", Palette.Muted), ("stroke-dasharray", "5 4"), ("d", path), ("marker-end", $"url(#{_arrow})"));
        if (_graph.Boxes[edge.From].Loop is { } label)
        {
            var (x, y) = PointAt((turnIn + turnOut) / 2, beyond);
            _svg.Leaf("text", label, ("class", "loop-label"), ("x", _layout.IsDown ? x + 8 : x), ("y", _layout.IsDown ? y + 4 : y - 7),
                ("text-anchor", _layout.IsDown ? "start" : "middle"));
        }
    }

    private void DrawBox(GraphBox box, int index, double x, double y)
    {
        var (width, height) = _layout.SizeOf(index);
        var colour = Palette.Of(box.Status.Key);
        var count = box.Count > 1 ? $" ×{box.Count}" : "";
        _svg.Start("a", ("href", $"#node-{box.Target}"), ("class", box.Change is null ? $"box {box.Status.Key}" : $"box {box.Status.Key} {box.Change}")).Leaf("title", box.Title);
        if (box.Count > 1 || (box.HasInside && box.Inside is null))
        {
            DrawFrame(x + StackOffset, y + StackOffset, width, height);
        }

        DrawFrame(x, y, width, height, box.Inside is not null);
        _svg.Empty("rect", ("class", "edge-mark"), ("fill", colour), ("x", x), ("y", y + 10), ("width", 3), ("height", GraphLayout.BoxHeight - 20), ("rx", 1.5))
            .Leaf("text", Words.Shorten(box.Name, IdLength - count.Length) + count, ("class", "id"), ("font-weight", "bold"), ("x", x + TextInset), ("y", y + 21))
            .Leaf("text", Words.Shorten(box.Agent, AgentLength), ("class", "agent"), ("x", x + TextInset), ("y", y + 37))
            .Leaf("text", $"{box.Status.Icon} {box.Status.Word}", ("class", "status"), ("fill", colour), ("x", x + TextInset), ("y", y + 54));
        if (box.Mark is { } mark)
        {
            _svg.Leaf("text", mark, ("class", "change"), ("fill", Palette.Accent), ("font-weight", "bold"), ("x", x + width - 10), ("y", y + 21), ("text-anchor", "end"));
        }

        if (box.Figures.Length > 0)
        {
            _svg.Leaf("text", box.Figures, ("class", "figures"), ("x", x + GraphLayout.BoxWidth - 10), ("y", y + 54), ("text-anchor", "end"));
        }

        _svg.End();
        if (box.Inside is { } inside)
        {
            new GraphSvg(inside, _layout.Insides[index]!, (x, y + GraphLayout.HeadHeight), _arrow, _svg).Draw();
        }
    }

    private void DrawFrame(double x, double y, double width, double height, bool isOpen = false) => _svg.Empty("rect", ("class", isOpen ? "frame open" : "frame"), ("fill", Palette.Card), ("stroke", Palette.LineStrong), ("x", x), ("y", y),
        ("width", width), ("height", height), ("rx", 8));

    private string At(double main, double cross)
    {
        var (x, y) = PointAt(main, cross);
        return $"{SvgWriter.Number(x)} {SvgWriter.Number(y)}";
    }

    private (double X, double Y) PointAt(double main, double cross)
    {
        var (x, y) = _layout.At(main, cross);
        return (x + _origin.X, y + _origin.Y);
    }
}
