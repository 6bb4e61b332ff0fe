using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs.Events;
using Binex.Engine.Telemetry;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Telemetry;

public sealed class StreamMetricsTests
{
    private const string Model = "acme/streamed";

    private readonly ConcurrentQueue<(string Name, double Value)> _measured = new();

    [Fact]
    public async Task TellAsync_StreamedAnswer_MeasuresItsFirstPieceAndTheMeanOfTheOthers()
    {
        await TellAsync(new CallStream(5) { FirstMs = 250, LastMs = 1_250 });

        _measured.ShouldBe(
            [("gen_ai.client.operation.duration", 2), ("gen_ai.client.operation.time_to_first_chunk", 0.25), ("gen_ai.client.operation.time_per_output_chunk", 0.25)], ignoreOrder: true);
    }

    [Fact]
    public async Task TellAsync_OnePiece_HasNoTimeBetweenPieces()
    {
        await TellAsync(new CallStream(1) { FirstMs = 250, LastMs = 250 });

        _measured.Select(measured => measured.Name).ShouldBe(["gen_ai.client.operation.duration", "gen_ai.client.operation.time_to_first_chunk"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TellAsync_NothingStreamed_MeasuresTheWholeAlone(bool listened)
    {
        await TellAsync(listened ? new CallStream(0) : null);

        _measured.ShouldBe([("gen_ai.client.operation.duration", 2)]);
    }

    private async Task TellAsync(CallStream? stream)
    {
        using var listener = new MeterListener { InstrumentPublished = (instrument, from) => Listen(instrument, from) };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            // Other tests measure at the same time.
            if (instrument.Name.StartsWith("gen_ai.", StringComparison.Ordinal) && tags.ToArray().Any(tag => tag.Value is Model))
            {
                _measured.Enqueue((instrument.Name, value));
            }
        });
        listener.Start();
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var calls = new CallSpans(new WorkflowBuilder().Node("a", $"llm://{Model}", prompt: "hi").Build(), new RoundPrices(), null);

        await calls.TellAsync(new CallSent("a", 1, 1, 1, Model, "hash"), at, null);
        await calls.TellAsync(new CallSettled("a", 1, 1, 1, CallOutcome.Answered, Amount.Zero) { Stream = stream }, at.AddSeconds(2), null);
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == TelemetrySource.Name)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }
}
