namespace Binex.Models.Simulation;

/// <summary>Makes numbers within the limits of a schema.</summary>
internal static class SimulatedNumber
{
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>A whole number.</summary>
    /// <param name="parts">The limits.</param>
    /// <param name="random">Decides which.</param>
    /// <param name="index">Place in its array; other places have other numbers where there is room.</param>
    internal static decimal Whole(SchemaConjunction parts, Random random, int index)
    {
        var (low, high) = Limits(parts, 1m);
        var step = parts.Numbers("multipleOf").Where(number => number > 0 && decimal.Truncate(number) == number).DefaultIfEmpty(1m).Max();
        return Pick(decimal.Ceiling(low / step), decimal.Floor(high / step), random, index) * step;
    }

    /// <summary>Any number.</summary>
    /// <param name="parts">The limits.</param>
    /// <param name="random">Decides which.</param>
    /// <param name="index">Place in its array; other places have other numbers where there is room.</param>
    internal static decimal Any(SchemaConjunction parts, Random random, int index)
    {
        var (low, high) = Limits(parts, Math.Min(0.01m, parts.Numbers("multipleOf").Where(number => number > 0).DefaultIfEmpty(0.01m).Min()));
        var step = parts.Numbers("multipleOf").Where(number => number > 0).DefaultIfEmpty(0.01m).Max();
        var first = decimal.Ceiling(low / step);
        var last = decimal.Floor(high / step);

        // Limits closer together than the step leave only what lies between them.
        return first <= last ? Pick(first, last, random, index) * step : (low + high) / 2;
    }

    private static (decimal Low, decimal High) Limits(SchemaConjunction parts, decimal smallest)
    {
        decimal? low = Highest(parts.Numbers("minimum"), parts.Numbers("exclusiveMinimum").Select(number => Clamp(number) + smallest));
        decimal? high = Lowest(parts.Numbers("maximum"), parts.Numbers("exclusiveMaximum").Select(number => Clamp(number) - smallest));
        var from = Clamp(low ?? (high is { } top ? Math.Min(1, top - 99) : 1));
        return (from, Clamp(high ?? from + 99));
    }

    private static decimal? Highest(params IEnumerable<decimal>[] numbers) =>
        numbers.SelectMany(list => list).Select(number => (decimal?)Clamp(number)).DefaultIfEmpty(null).Max();

    private static decimal? Lowest(params IEnumerable<decimal>[] numbers) =>
        numbers.SelectMany(list => list).Select(number => (decimal?)Clamp(number)).DefaultIfEmpty(null).Min();

    private static decimal Clamp(decimal number) => Math.Clamp(number, -Largest, Largest);

    private static decimal Pick(decimal first, decimal last, Random random, int index)
    {
        var count = (long)Math.Clamp(last - first + 1, 1, 1_000);
        return first + ((random.NextInt64(count) + index) % count);
    }
}
