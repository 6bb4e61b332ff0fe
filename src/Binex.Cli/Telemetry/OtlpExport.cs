using System.Runtime.CompilerServices;
using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Engine.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Binex.Cli.Telemetry;

/// <summary>Sends the spans and metrics of a run to a collector. Whoever does not need it does not load its packages.</summary>
internal sealed class OtlpExport : IRunObserver, IAsyncDisposable
{
    // A collector that does not answer keeps nobody waiting for long.
    private const int LongestWaitMs = 5_000;

    private readonly TelemetryOptions _options;
    private readonly Func<string, string?> _environment;
    private readonly RunTelemetry _telemetry;
    private readonly ExportFailures _failures = new();
    private readonly TracerProvider _spans;
    private readonly MeterProvider _metrics;

    private OtlpExport(TelemetryOptions options, RunTelemetry telemetry, Func<string, string?> environment)
    {
        (_options, _telemetry, _environment) = (options, telemetry, environment);
        var resource = ResourceBuilder.CreateEmpty().AddService("binex", serviceVersion: ToolVersion.Text, autoGenerateServiceInstanceId: false)
            .AddTelemetrySdk().AddEnvironmentVariableDetector();
        _spans = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(TelemetrySource.Name)
            .AddOtlpExporter(exporter => Configure(exporter, "traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(TelemetrySource.Name)
            .AddOtlpExporter((exporter, _) => Configure(exporter, "metrics")).Build();
    }

    /// <summary>Begins to send.</summary>
    /// <param name="options">Where to.</param>
    /// <param name="telemetry">Makes what is sent; disposed with this.</param>
    /// <param name="environment">Reads an environment variable.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static OtlpExport Start(TelemetryOptions options, RunTelemetry telemetry, Func<string, string?> environment) => new(options, telemetry, environment);

    /// <inheritdoc/>
    public void OnEvent(JournalEntry entry) => _telemetry.OnEvent(entry);

    /// <summary>Sends what is left, and says why that did not go; null when it did.</summary>
    public async ValueTask<string?> FinishAsync()
    {
        await _telemetry.DisposeAsync();
        _spans.Shutdown(LongestWaitMs);
        _metrics.Shutdown(LongestWaitMs);
        return _failures.First;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _telemetry.DisposeAsync();
        _spans.Dispose();
        _metrics.Dispose();
    }

    private void Configure(OtlpExporterOptions exporter, string signal)
    {
        exporter.TimeoutMilliseconds = LongestWaitMs;
        exporter.HttpClientFactory = () => _failures.NewClient(TimeSpan.FromMilliseconds(LongestWaitMs));
        if ((_environment("OTEL_EXPORTER_OTLP_PROTOCOL") ?? _environment($"OTEL_EXPORTER_OTLP_{signal.ToUpperInvariant()}_PROTOCOL")) is null)
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        }

        if (_options.Endpoint is { } endpoint)
        {
            exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.HttpProtobuf
                ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}")
                : endpoint;
        }
    }
}
