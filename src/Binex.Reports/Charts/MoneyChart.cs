using System.Globalization;
using System.Text;
using Binex.Core.Costs;
using Binex.Core.Reports;
using Binex.Reports.Rendering;
using Binex.Reports.Timelines;
using Binex.Reports.Views;

namespace Binex.Reports.Charts;

/// <summary>Draws the money of a run over its time: what was spent, what was held on top of it for calls in flight, and the cap.</summary>
internal static class MoneyChart
{
    private const int Height = 150;
    private const int Top = 14;
    private const int Bottom = 24;
    private const int MostPoints = 600;
    private const double LabelHeight = 14;

    // What the curves are drawn in; it is stretched to the width that there is.
    private const int Wide = 1000;

    /// <summary>The drawing; null when there is nothing to tell.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cap">The cap of the run in dollars; null for none.</param>
    public static Markup? Draw(RunReport report, decimal? cap)
    {
        var points = MoneyCurve.Of(report, MostPoints);
        if (points.Count < 2)
        {
            return null;
        }

        var most = points.Max(point => point.Spent + point.Held);
        // A cap that is far away would press the curve to the ground; it is said in words then.
        var showsCap = cap is { } limit && limit > 0 && limit <= most * 6;
        var top = (showsCap ? Math.Max(cap!.Value, most) : most) * 1.06m;
        var whole = Math.Max(1, report.Run.DurationMs);
        var svg = new SvgWriter();
        svg.Start("svg", ("class", "moneychart"), ("role", "img"), ("aria-label", Label(points[^1].Spent, most, cap)), ("width", "100%"), ("height", Height + Bottom),
            ("font-family", "sans-serif"), ("font-size", 11), ("fill", Palette.Muted));
        foreach (var mark in TimeAxis.Marks(report.Run.DurationMs))
        {
            var x = SvgWriter.Percent((decimal)mark / whole);
            svg.Empty("line", ("class", "tick"), ("stroke", Palette.Line), ("x1", x), ("x2", x), ("y1", Top), ("y2", Height))
                .Leaf("text", mark == 0 ? "0" : Words.Duration(mark), ("class", "tick-label"), ("x", x), ("y", Height + 16), ("text-anchor", Anchor(mark, whole)));
        }

        var y = 0.0;
        foreach (var value in (ReadOnlySpan<decimal>)[most, most / 2])
        {
            if (Math.Abs(y - (double)Y(value, top)) < LabelHeight)
            {
                break;
            }

            y = (double)Y(value, top);
            svg.Empty("line", ("class", "tick"), ("stroke", Palette.Line), ("x1", 0), ("x2", "100%"), ("y1", y), ("y2", y))
                .Leaf("text", Words.ShortMoney(new Money(value)), ("class", "tick-label"), ("x", 0), ("y", y - 3));
        }

        svg.Start("svg", ("viewBox", $"0 0 {Wide} {Height}"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", Height));
        svg.Empty("path", ("class", "held"), ("fill", Palette.AccentMid), ("d", Area(points, whole, top, point => point.Spent + point.Held)));
        svg.Empty("path", ("class", "spent"), ("fill", Palette.Accent), ("d", Area(points, whole, top, point => point.Spent)));
        svg.End();
        if (showsCap)
        {
            DrawCap(svg, cap!.Value, top);
        }

        return svg.End().ToMarkup();
    }

    private static void DrawCap(SvgWriter svg, decimal cap, decimal top)
    {
        var y = (double)Y(cap, top);
        svg.Empty("line", ("class", "cap"), ("stroke", Palette.Bad), ("stroke-width", 1.5), ("stroke-dasharray", "6 4"), ("x1", 0), ("x2", "100%"), ("y1", y), ("y2", y))
            .Leaf("text", $"cap {new Money(cap)}", ("class", "cap-label"), ("fill", Palette.Bad), ("x", "100%"), ("y", y - 4), ("text-anchor", "end"));
    }

    private static string Label(decimal spent, decimal most, decimal? cap) =>
        $"Money over time: {new Money(spent)} spent at the end, at most {new Money(most)} spent and held together" + (cap is { } limit ? $", under a cap of {new Money(limit)}" : "");

    private static string Anchor(long mark, long whole) => mark == 0 ? "start" : mark > whole * 0.94 ? "end" : "middle";

    private static string Area(IReadOnlyList<MoneyPoint> points, long whole, decimal top, Func<MoneyPoint, decimal> value)
    {
        var path = new StringBuilder($"M0 {Height}");
        foreach (var point in points)
        {
            path.Append(CultureInfo.InvariantCulture, $"H{(decimal)point.AtMs / whole * Wide:0.#}V{Y(value(point), top):0.#}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{Wide}V{Height}Z").ToString();
    }

    private static decimal Y(decimal value, decimal top) => Height - (Math.Clamp(value / top, 0, 1) * (Height - Top));
}
