namespace Binex.Cli.Tests.Telemetry;

/// <summary>A data point of a metric as a collector receives it.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Sum">The sum of what was measured.</param>
/// <param name="Count">How often it was; 0 for a counter.</param>
/// <param name="Bounds">Its buckets; empty for a counter.</param>
/// <param name="Tags">Its attributes.</param>
internal sealed record ReceivedMetric(string Name, string Unit, decimal Sum, int Count, IReadOnlyList<double> Bounds, Dictionary<string, string> Tags)
{
    public static IEnumerable<ReceivedMetric> Of(WireMessage metric)
    {
        var (name, unit) = (metric.Text(1), metric.Text(3));
        var counted = metric.All(7).SelectMany(sum => sum.All(1))
            .Select(point => new ReceivedMetric(name, unit, point.Has(4) ? (decimal)point.Double(4) : point.Number(6), 0, [], point.Attributes(7)));
        var measured = metric.All(9).SelectMany(histogram => histogram.All(1))
            .Select(point => new ReceivedMetric(name, unit, (decimal)point.Double(5), (int)point.Number(4), Doubles(point.Bytes(7)), point.Attributes(9)));
        return counted.Concat(measured);
    }

    private static double[] Doubles(byte[] packed) => [.. Enumerable.Range(0, packed.Length / 8).Select(index => BitConverter.ToDouble(packed, index * 8))];
}
