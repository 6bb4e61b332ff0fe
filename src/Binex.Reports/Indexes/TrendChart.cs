using Binex.Reports.Rendering;
using Binex.Reports.Views;

namespace Binex.Reports.Indexes;

/// <summary>Draws a figure of many runs as bars, the oldest first. A run that did not end well has a sign below its bar.</summary>
internal static class TrendChart
{
    private const double Height = 130;
    private const double Top = 16;
    private const double SmallHeight = 22;
    private const int MostSigns = 60;

    // What the labels of the axis take.
    private const decimal Left = 0.14m;

    /// <summary>The drawing with its axes; null when there is no run.</summary>
    /// <param name="runs">The runs, the oldest first.</param>
    /// <param name="name">What is drawn.</param>
    /// <param name="value">The figure of a run.</param>
    /// <param name="words">A figure as people read it.</param>
    public static Markup? Draw(IReadOnlyList<IndexedRun> runs, string name, Func<IndexedRun, decimal> value, Func<decimal, string> words)
    {
        if (runs.Count == 0)
        {
            return null;
        }

        var most = runs.Max(value);
        var svg = new SvgWriter();
        svg.Start("svg", ("class", "trend"), ("role", "img"), ("aria-label", $"{name}: at most {words(most)}, last {words(value(runs[^1]))}"), ("width", "100%"), ("height", Height + 34),
            ("font-family", "sans-serif"), ("font-size", 11), ("fill", Palette.Muted));
        foreach (var mark in (ReadOnlySpan<decimal>)[most, most / 2, 0])
        {
            var y = Y(mark, most);
            svg.Empty("line", ("class", "tick"), ("stroke", Palette.Line), ("x1", 0), ("x2", "100%"), ("y1", y), ("y2", y));
            if (mark > 0)
            {
                svg.Leaf("text", words(mark), ("class", "tick-label"), ("x", 0), ("y", y - 4));
            }
        }

        var step = (1 - Left) / runs.Count;
        for (var i = 0; i < runs.Count; i++)
        {
            var status = StatusWord.Of(runs[i].Status);
            var y = Y(value(runs[i]), most);
            svg.Start("g").Leaf("title", $"{runs[i].Id}, {Words.Date(runs[i].StartedAt)}: {words(value(runs[i]))}, {status.Word}")
                .Empty("rect", ("class", $"bar {status.Key}"), ("fill", ColourOf(status)), ("x", SvgWriter.Percent(Left + ((i + 0.12m) * step))), ("y", y),
                    ("width", SvgWriter.Percent(Math.Min(0.76m * step, 0.04m))), ("height", Math.Max(1, Height - y)), ("rx", 2));
            if (status.Key != "completed" && runs.Count <= MostSigns)
            {
                svg.Leaf("text", status.Icon, ("class", "tick-label"), ("x", SvgWriter.Percent(Left + ((i + 0.12m) * step) + Math.Min(0.38m * step, 0.02m))), ("y", Height + 12), ("text-anchor", "middle"));
            }

            svg.End();
        }

        svg.Leaf("text", Day(runs[0]), ("class", "tick-label"), ("x", SvgWriter.Percent(Left)), ("y", Height + 29));
        if (runs.Count > 1)
        {
            svg.Leaf("text", Day(runs[^1]), ("class", "tick-label"), ("x", "100%"), ("y", Height + 29), ("text-anchor", "end"));
        }

        return svg.End().ToMarkup();
    }

    /// <summary>The same, small enough for a row of a table, without axes. The figures stand beside it.</summary>
    public static Markup Small(IReadOnlyList<IndexedRun> runs, Func<IndexedRun, decimal> value)
    {
        var most = runs.Max(value);
        var svg = new SvgWriter();
        svg.Start("svg", ("class", "spark"), ("width", 4.0 * runs.Count), ("height", SmallHeight), ("aria-hidden", "true"));
        for (var i = 0; i < runs.Count; i++)
        {
            var status = StatusWord.Of(runs[i].Status);
            var height = most > 0 ? Math.Max(1, (double)(value(runs[i]) / most) * SmallHeight) : 1;
            svg.Empty("rect", ("class", $"bar {status.Key}"), ("fill", ColourOf(status)), ("x", 4.0 * i), ("y", SmallHeight - height), ("width", 3), ("height", height));
        }

        return svg.End().ToMarkup();
    }

    private static string ColourOf(StatusWord status) => status.Key == "completed" ? Palette.AccentMid : Palette.Of(status.Key);

    private static double Y(decimal value, decimal most) => most <= 0 ? Height : Height - ((double)(value / most) * (Height - Top));

    private static string Day(IndexedRun run) => run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
