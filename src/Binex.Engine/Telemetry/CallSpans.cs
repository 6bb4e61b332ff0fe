using System.Diagnostics;
using Binex.Core.Prices;
using Binex.Core.Requests;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Names = Binex.Engine.Telemetry.TelemetryNames;

namespace Binex.Engine.Telemetry;

/// <summary>The spans and metrics of calls. What was not sent is an event of its attempt.</summary>
internal sealed class CallSpans(Workflow workflow, IPriceBook prices, SpanContents? contents)
{
    private readonly Dictionary<long, CallReserved> _reserved = [];
    private readonly Dictionary<long, OpenCall> _open = [];

    /// <summary>Takes in a fact about a call.</summary>
    public async ValueTask TellAsync(CallEvent call, DateTimeOffset at, Activity? attempt)
    {
        switch (call)
        {
            case CallReserved reserved:
                _reserved[call.Call] = reserved;
                TelemetrySource.Reserved.Record((double)reserved.Held.Cost.Usd, Common(reserved.Bound.Model));
                break;
            case CallSent sent:
                _open[call.Call] = new OpenCall(sent, at, Start(sent, at, attempt));
                break;
            case CallSettled settled:
                await EndAsync(settled, at).ConfigureAwait(false);
                break;
            case CallRefused { Refusal: var refusal }:
                TelemetrySource.Refusals.Add(1, [.. Common(refusal.Bound.Model), new(Names.RefusalMetric, Names.Of(refusal.Metric))]);
                Note(attempt, Names.Refused, at, new(Names.RefusalAccount, refusal.Account), new(Names.RefusalMetric, Names.Of(refusal.Metric)), new(Names.RefusalNeeded, (double)refusal.Needed));
                break;
            case CallReused reused:
                Note(attempt, Names.Reused, at, new(Names.RequestModel, reused.Model), new(Names.CallSource, Names.Of(reused.Source)), new(Names.CostSaved, (double)reused.Saved.Usd));
                break;
            case CallMissed missed:
                Note(attempt, Names.Missed, at, new KeyValuePair<string, object?>(Names.RequestModel, missed.Model));
                break;
        }
    }

    private Activity? Start(CallSent sent, DateTimeOffset at, Activity? attempt)
    {
        var span = SpanTools.Start($"{Names.Chat} {sent.Model}", ActivityKind.Client, attempt?.Context ?? default, at, Common(sent.Model));
        if (span is null)
        {
            return null;
        }

        var node = workflow[sent.Node];
        var settings = node.Model;
        span.SetTag(Names.RequestTemperature, settings.Temperature).SetTag(Names.RequestTopP, settings.TopP).SetTag(Names.RequestSeed, settings.Seed)
            .SetTag(Names.RequestStopSequences, settings.Stop.Count > 0 ? settings.Stop.ToArray() : null)
            .SetTag(Names.OutputType, settings.JsonMode || AnswerSchema.Of(node) is not null ? "json" : "text")
            .SetTag(Names.CallNumber, sent.Call);
        if (_reserved.TryGetValue(sent.Call, out var reserved))
        {
            span.SetTag(Names.RequestMaxTokens, reserved.MaxOutputTokens).SetTag(Names.ReservationAmount, (double)reserved.Held.Cost.Usd);
        }

        return span;
    }

    private async ValueTask EndAsync(CallSettled settled, DateTimeOffset at)
    {
        _reserved.Remove(settled.Call, out var reserved);
        _open.Remove(settled.Call, out var call);
        if ((call?.Sent.Model ?? reserved?.Bound.Model) is { } model)
        {
            Measure(settled, model, call is null ? null : at - call.At);
        }

        if (call?.Span is not { } span)
        {
            return;
        }

        span.SetTag(Names.ResponseModel, settled.AnsweredBy).SetTag(Names.FinishReasons, settled.FinishReason is { } reason ? new[] { reason } : null)
            .SetTag(Names.CallOutcome, Names.Of(settled.Outcome)).SetTag(Names.CostAmount, (double)settled.Spent.Cost.Usd).SetTag(Names.CostCurrency, "USD");
        if (settled.Usage is { } usage)
        {
            span.SetTag(Names.InputTokens, usage.Input).SetTag(Names.OutputTokens, usage.Output).SetTag(Names.CacheReadTokens, usage.CachedInput)
                .SetTag(Names.CacheCreationTokens, usage.CacheWrite).SetTag(Names.ReasoningTokens, usage.Reasoning);
        }

        if (settled.Stream is { } stream)
        {
            span.SetTag(Names.RequestStream, true).SetTag(Names.ResponseTimeToFirstChunk, stream.FirstMs / 1000.0);
        }

        if (contents is not null)
        {
            await contents.AddAsync(span, call.Sent.Request, settled).ConfigureAwait(false);
        }

        SpanTools.Fail(span, settled.Failure, contents is not null);
        SpanTools.End(span, at);
    }

    private void Measure(CallSettled settled, string model, TimeSpan? duration)
    {
        List<KeyValuePair<string, object?>> tags = [.. Common(model)];
        if (settled.AnsweredBy is { } answering)
        {
            tags.Add(new(Names.ResponseModel, answering));
        }

        TelemetrySource.Cost.Add((double)settled.Spent.Cost.Usd, [.. tags]);
        if (settled.Usage is { } usage)
        {
            TelemetrySource.Tokens.Record(usage.Input, [.. tags, new(Names.TokenType, "input")]);
            TelemetrySource.Tokens.Record(usage.Output, [.. tags, new(Names.TokenType, "output")]);
        }

        if (settled.Failure is { } failure)
        {
            tags.Add(new(Names.ErrorType, Names.Of(failure.Kind)));
        }

        if (duration is { } elapsed)
        {
            TelemetrySource.Duration.Record(elapsed.TotalSeconds, [.. tags]);
        }

        if (settled.Stream is { FirstMs: { } first, LastMs: { } last } stream)
        {
            TelemetrySource.FirstChunk.Record(first / 1000.0, [.. tags]);
            if (stream.Pieces > 1)
            {
                TelemetrySource.NextChunk.Record((last - first) / 1000.0 / (stream.Pieces - 1), [.. tags]);
            }
        }
    }

    private KeyValuePair<string, object?>[] Common(string model) =>
    [
        new(Names.OperationName, Names.Chat), new(Names.ProviderName, Names.Provider(ProviderNames.Of(model, prices))), new(Names.RequestModel, model),
    ];

    private static void Note(Activity? attempt, string name, DateTimeOffset at, params ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        attempt?.AddEvent(new ActivityEvent(name, at, [.. tags]));

    private sealed record OpenCall(CallSent Sent, DateTimeOffset At, Activity? Span);
}
