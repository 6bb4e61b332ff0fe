using System.Diagnostics;
using Binex.Core.Runs;

namespace Binex.Engine.Telemetry;

/// <summary>Starts and ends spans at the times of facts.</summary>
internal static class SpanTools
{
    /// <summary>Starts a span; null when nobody listens.</summary>
    public static Activity? Start(
        string name, ActivityKind kind, ActivityContext parent, DateTimeOffset at, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // Spans know their parents; what the framework takes for the current one would only chain them.
        Activity.Current = null;
        return TelemetrySource.Spans.StartActivity(name, kind, parent, tags.ToArray(), links: null, at);
    }

    /// <summary>Ends a span.</summary>
    public static void End(Activity? span, DateTimeOffset at)
    {
        span?.SetEndTime(at.UtcDateTime);
        span?.Stop();
        Activity.Current = null;
    }

    /// <summary>Says that what a span is about failed. What a failure says may quote a prompt or an answer.</summary>
    public static void Fail(Activity span, NodeFailure? failure, bool mayQuote)
    {
        if (failure is not null)
        {
            span.SetTag(TelemetryNames.ErrorType, TelemetryNames.Of(failure.Kind)).SetStatus(ActivityStatusCode.Error, mayQuote ? failure.Message : null);
        }
    }
}
