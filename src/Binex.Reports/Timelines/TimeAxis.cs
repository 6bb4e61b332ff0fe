namespace Binex.Reports.Timelines;

/// <summary>Divides a stretch of time into steps that people count in.</summary>
internal static class TimeAxis
{
    private const int MostSteps = 6;

    private static readonly long[] Steps =
    [
        1, 2, 5, 10, 20, 50, 100, 200, 500,
        1_000, 2_000, 5_000, 10_000, 15_000, 30_000,
        60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000,
        3_600_000, 7_200_000, 14_400_000, 21_600_000, 43_200_000, 86_400_000,
    ];

    /// <summary>The marks of an axis from 0, in milliseconds, at most seven.</summary>
    public static IReadOnlyList<long> Marks(long durationMs)
    {
        var step = Steps[^1];
        foreach (var candidate in Steps)
        {
            if (durationMs / candidate <= MostSteps)
            {
                step = candidate;
                break;
            }
        }

        while (durationMs / step > MostSteps)
        {
            step *= 2;
        }

        return [.. Enumerable.Range(0, (int)(durationMs / step) + 1).Select(i => i * step)];
    }
}
