using System.Diagnostics.Tracing;

namespace Binex.Cli.Telemetry;

/// <summary>Hears of what the exporter could not deliver; it says so nowhere else.</summary>
internal sealed class ExportFailures : EventListener
{
    /// <summary>The first that was heard; null when all went well.</summary>
    public string? First { get; private set; }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("OpenTelemetry-Exporter", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Error);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        First ??= string.Join(": ", eventData.Payload?.Select(part => Sentence($"{part}")) ?? [eventData.EventName]);

    // What comes is an exception with its type and its stack; a person needs its message.
    private static string Sentence(string text)
    {
        var line = text.Split('\n')[0].Trim();
        var type = line.IndexOf("Exception: ", StringComparison.Ordinal);
        return type < 0 ? line : line[(type + "Exception: ".Length)..];
    }
}
