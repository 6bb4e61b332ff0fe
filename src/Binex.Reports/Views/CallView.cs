using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Scriban.Runtime;

namespace Binex.Reports.Views;

/// <summary>Shows calls and the arithmetic of their money.</summary>
internal static class CallView
{
    /// <param name="call">The call.</param>
    /// <param name="contents">Where contents are shown.</param>
    /// <param name="nodeId">Id of its node.</param>
    /// <param name="said">What its attempt has already said of its end.</param>
    /// <param name="isOpen">Whether it is shown without being asked for.</param>
    public static ScriptObject Of(ReportCall call, ContentViews contents, string nodeId, string? said, bool isOpen) => new()
    {
        ["open"] = isOpen ? "open" : null,
        ["number"] = Words.Count(call.Call),
        ["model"] = call.Model,
        ["answered_by"] = call.AnsweredBy == call.Model ? null : call.AnsweredBy,
        ["key"] = Key(call),
        ["outcome"] = Outcome(call),
        ["duration"] = call.SentAt is null ? null : Words.Duration(call.DurationMs),
        ["tokens"] = call.Usage is { } usage ? Tokens(usage) : null,
        ["cost"] = call.SavedCost is { } saved ? $"{call.Cost}, {saved} saved" : call.Cost.ToString(),
        ["charge"] = Charge(call),
        ["hold"] = call.Held > Money.Zero && call.Bound is { } bound
            ? Sum(bound, bound.InputTokens, call.MaxOutputTokens, call.Held)
            : null,
        ["finish"] = call.FinishReason is null or "stop" ? null : call.FinishReason,
        ["error"] = call.Error is null || call.Error.Message == said ? null : FailureOf(call.Error),
        ["retry"] = call.RetryInMs is { } wait ? Words.Duration(wait) : null,
        ["refusal"] = call.Refusal is { } refusal && RefusalText.Sentence(refusal) is var sentence && sentence != said ? sentence : null,
        ["answer"] = contents.Show(call.Answer, $"the answer to call {call.Call} of {nodeId}"),
        ["request"] = contents.Show(call.Request, $"the request of call {call.Call} of {nodeId}"),
    };

    public static ScriptObject FailureOf(NodeFailure failure, bool isRefusal = false) => new()
    {
        ["message"] = Words.Sentence(failure.Message),
        ["kind"] = isRefusal ? "refused by the budget" : KindWord(failure.Kind),
        ["http"] = failure.Status is { } status ? $"HTTP {status}" : null,
        ["detail"] = failure.Detail,
        ["retry_after"] = failure.RetryAfter is { } after ? Words.Duration((long)after.TotalMilliseconds) : null,
    };

    public static string KindWord(FailureKind kind) => kind switch
    {
        FailureKind.RateLimit => "rate limit",
        FailureKind.BadRequest => "bad request",
        FailureKind.ContextTooLong => "context too long",
        FailureKind.ContentFilter => "content filter",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Tokens(TokenUsage usage)
    {
        var cached = usage.CachedInput > 0 ? $" ({Words.Count(usage.CachedInput)} cached)" : "";
        var reasoning = usage.Reasoning > 0 ? $" ({Words.Count(usage.Reasoning)} reasoning)" : "";
        return $"{Words.Count(usage.Input)} in{cached}, {Words.Count(usage.Output)} out{reasoning}";
    }

    private static string Key(ReportCall call) => call switch
    {
        { Refusal: not null } => "refused",
        { Drift: not null } => "failed",
        { ReusedFrom: not null } => "completed",
        { Outcome: CallOutcome.Answered or CallOutcome.AnsweredWithoutUsage } => "completed",
        { Outcome: CallOutcome.Rejected } => "failed",
        { Outcome: CallOutcome.Unknown } => "cancelled",
        _ => "running",
    };

    private static string Outcome(ReportCall call) => call switch
    {
        { Refusal: not null } => "refused, not sent",
        { Drift: not null } => "not in the cassette",
        { ReusedFrom: CallSource.Cassette } => "answered by the cassette",
        { ReusedFrom: CallSource.Run } => "answered before the run was interrupted",
        { Outcome: CallOutcome.Answered } => "answered",
        { Outcome: CallOutcome.AnsweredWithoutUsage } => "answered without a count of tokens",
        { Outcome: CallOutcome.Rejected } => "rejected",
        { Outcome: CallOutcome.Unknown } => "its end is not known",
        _ => call.SentAt is null ? "reserved, not sent" : "in flight",
    };

    // The rates on record are those of the hold. Where a provider's cache or a price tier made the charge another, no sum is shown.
    private static string? Charge(ReportCall call)
    {
        switch (call.Outcome)
        {
            case CallOutcome.Answered when call is { Usage: { } usage, Bound: { } bound }:
                var sum = (usage.Input * bound.InputRate / Pricing.PerTokens) + (usage.Output * bound.OutputRate / Pricing.PerTokens) + bound.Fee;
                return sum == call.Cost.Usd ? Sum(bound, usage.Input, usage.Output, call.Cost) : $"{call.Cost} at the rates of the price book for this kind of call";
            case CallOutcome.AnsweredWithoutUsage:
                return $"{call.Cost}, the whole hold, because the provider gave no count of tokens";
            case CallOutcome.Unknown:
                return $"{call.Cost}, the whole hold, because the provider may bill it";
            case null when call.SavedCost is { } saved:
                return $"nothing; it cost {saved} when it was asked";
            case CallOutcome.Rejected:
                return "nothing; the provider answered with an error";
            default:
                return null;
        }
    }

    private static string Sum(CallBound bound, long input, long output, Money result) =>
        $"{Words.Count(input)} × {new Money(bound.InputRate)} + {Words.Count(output)} × {new Money(bound.OutputRate)} per million"
        + (bound.Fee > 0 ? $" + {new Money(bound.Fee)}" : "") + $" = {result}";
}
