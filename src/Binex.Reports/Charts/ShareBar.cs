using Binex.Reports.Rendering;

namespace Binex.Reports.Charts;

/// <summary>Draws a part of a whole as a bar. The number stands beside it in words, so that it is hidden from screen readers.</summary>
internal static class ShareBar
{
    private const double Height = 10;

    /// <param name="share">The part, from 0 to 1.</param>
    /// <param name="mark">Where a mark stands, from 0 to 1; null for none.</param>
    /// <param name="held">A part that lies beyond the share and is only held.</param>
    public static Markup Draw(decimal share, decimal? mark = null, decimal held = 0)
    {
        var svg = new SvgWriter();
        svg.Start("svg", ("class", "sharebar"), ("width", 160), ("height", Height), ("aria-hidden", "true"))
            .Empty("rect", ("class", "track"), ("fill", Palette.Sunken), ("width", "100%"), ("y", 1), ("height", Height - 2), ("rx", 3));
        if (held > 0)
        {
            svg.Empty("rect", ("class", "held"), ("fill", Palette.AccentMid), ("width", SvgWriter.Percent(share + held)), ("y", 3), ("height", Height - 6));
        }

        if (share > 0)
        {
            svg.Empty("rect", ("class", "spent"), ("fill", Palette.Accent), ("width", SvgWriter.Percent(Math.Max(share, 0.004m))), ("y", 1), ("height", Height - 2), ("rx", 3));
        }

        if (mark is { } at)
        {
            var x = SvgWriter.Percent(at);
            svg.Empty("line", ("class", "mark"), ("stroke", Palette.Text), ("stroke-width", 2), ("x1", x), ("x2", x), ("y1", 0), ("y2", Height));
        }

        return svg.End().ToMarkup();
    }
}
