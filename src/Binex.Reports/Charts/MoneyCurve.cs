using Binex.Core.Reports;

namespace Binex.Reports.Charts;

/// <summary>Adds up what the calls of a run held and spent, in the order in which they did.</summary>
internal static class MoneyCurve
{
    /// <summary>The points at which something changed; where there are too many, the highest of each stretch.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mostPoints">The most points.</param>
    public static IReadOnlyList<MoneyPoint> Of(RunReport report, int mostPoints)
    {
        var changes = new List<(long At, decimal Spent, decimal Held)>();
        foreach (var call in report.Nodes.SelectMany(node => node.Attempts).SelectMany(attempt => attempt.Calls))
        {
            if (call.SentAt is not { } sent)
            {
                continue;
            }

            var at = Elapsed(sent, report);
            changes.Add((at, 0, call.Held.Usd));
            if (call.Outcome is not null)
            {
                // A hold whose end nobody saw was charged when the run was resumed: its whole stay is a stay in flight.
                changes.Add((Math.Min(at + Math.Max(0, call.DurationMs), report.Run.DurationMs), call.Cost.Usd, -call.Held.Usd));
            }
        }

        var points = new List<MoneyPoint>();
        var (spent, held) = (0m, 0m);
        foreach (var change in changes.OrderBy(change => change.At).ThenBy(change => change.Held))
        {
            (spent, held) = (spent + change.Spent, held + change.Held);
            points.Add(new MoneyPoint(change.At, spent, held));
        }

        return Thin(points, mostPoints);
    }

    // The clock of a run stands still between a crash and a resume.
    private static long Elapsed(DateTimeOffset at, RunReport report)
    {
        var elapsed = (long)(at - report.Run.StartedAt).TotalMilliseconds;
        foreach (var pause in report.Pauses)
        {
            elapsed = elapsed <= pause.AtMs ? elapsed : Math.Max(pause.AtMs, elapsed - pause.DurationMs);
        }

        return Math.Clamp(elapsed, 0, Math.Max(0, report.Run.DurationMs));
    }

    private static List<MoneyPoint> Thin(List<MoneyPoint> points, int most)
    {
        if (points.Count <= most)
        {
            return points;
        }

        var step = (points.Count + most - 1) / most;
        var kept = points.Chunk(step).Select(stretch => stretch.MaxBy(point => point.Spent + point.Held)).ToList();
        kept.Add(points[^1]);
        return kept;
    }
}
