using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Binex.Engine.Telemetry;

/// <summary>What listens to runs finds them under: a source of spans and a meter, both named <see cref="Name"/>.</summary>
public static class TelemetrySource
{
    /// <summary>The name.</summary>
    public const string Name = "Binex";

    private static readonly double[] TokenBuckets = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];
    private static readonly double[] SecondBuckets = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
    private static readonly double[] DollarBuckets = [0.00001, 0.0001, 0.001, 0.01, 0.1, 1, 10, 100];

    private static readonly Meter Meter = new(new MeterOptions(Name) { TelemetrySchemaUrl = TelemetryNames.SchemaUrl });

    internal static ActivitySource Spans { get; } = new(new ActivitySourceOptions(Name) { TelemetrySchemaUrl = TelemetryNames.SchemaUrl });

    internal static Histogram<long> Tokens { get; } = Meter.CreateHistogram(
        TelemetryNames.TokenUsage, "{token}", "Tokens that were billed.", null, new InstrumentAdvice<long> { HistogramBucketBoundaries = [.. TokenBuckets.Select(bucket => (long)bucket)] });

    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        TelemetryNames.OperationDuration, "s", "From sending a call to its end.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = SecondBuckets });

    internal static Histogram<double> FirstChunk { get; } = Meter.CreateHistogram(
        TelemetryNames.TimeToFirstChunk, "s", "From sending a call to the first piece of a streamed answer.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = SecondBuckets });

    internal static Histogram<double> NextChunk { get; } = Meter.CreateHistogram(
        TelemetryNames.TimePerOutputChunk, "s", "From one piece of a streamed answer to the next, on average over the answer.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = SecondBuckets });

    internal static Counter<double> Cost { get; } = Meter.CreateCounter<double>(TelemetryNames.Cost, TelemetryNames.Dollars, "What calls were charged.");

    internal static Histogram<double> Reserved { get; } = Meter.CreateHistogram(
        TelemetryNames.Reserved, TelemetryNames.Dollars, "What was held for a call.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = DollarBuckets });

    internal static Counter<long> Refusals { get; } = Meter.CreateCounter<long>(TelemetryNames.Refusals, "{refusal}", "Calls that the budget did not allow.");
}
