using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs.Events;

namespace Binex.Core.Reports.Projection;

/// <summary>One call, as far as the journal has told of it.</summary>
internal sealed class CallFold(long number)
{
    private CallSent? _sent;
    private CallSettled? _settled;
    private Amount _held;
    private CallBound? _bound;
    private int _maxOutputTokens;
    private DateTimeOffset? _sentAt;
    private TimeSpan _sentElapsed;
    private TimeSpan _ended;
    private Refusal? _refusal;
    private CallOutcome? _outcome;
    private CallReused? _reused;
    private CallMissed? _missed;

    /// <summary>What it was charged.</summary>
    public Amount Spent { get; private set; }

    /// <summary>What is held for it now.</summary>
    public Amount Open { get; private set; }

    public bool WasSent => _sent is not null;

    public string Model => _sent?.Model ?? _reused?.Model ?? _missed?.Model ?? _bound?.Model ?? "";

    /// <summary>What it would have cost, had it not been answered from what is kept; null when it was not.</summary>
    public Money? Saved => _reused?.Saved;

    /// <summary>The name under which it was held.</summary>
    public string HeldAs => _bound?.Model ?? Model;

    public TokenUsage? Usage => _settled?.Usage;

    /// <summary>The model that answered; null when none did.</summary>
    public string? AnsweringModel => _reused is not null || _outcome is CallOutcome.Answered or CallOutcome.AnsweredWithoutUsage
        ? _settled?.AnsweredBy ?? _reused?.AnsweredBy ?? Model
        : null;

    public bool IsRepeated => _settled?.RetryInMs is not null;

    public void Reserve(CallReserved reserved)
    {
        _held = reserved.Held;
        Open = reserved.Held;
        _bound = reserved.Bound;
        _maxOutputTokens = reserved.MaxOutputTokens;
    }

    public void Send(CallSent sent, DateTimeOffset at, TimeSpan elapsed)
    {
        _sent = sent;
        _sentAt = at;
        _sentElapsed = elapsed;
        _ended = elapsed;
    }

    public void Settle(CallSettled settled, TimeSpan elapsed)
    {
        _settled = settled;
        _outcome = settled.Outcome;
        Spent = settled.Spent;
        Open = Amount.Zero;
        _ended = elapsed;
    }

    public void Refuse(Refusal refusal)
    {
        _refusal = refusal;
        _bound = refusal.Bound;
    }

    public void Reuse(CallReused reused) => _reused = reused;

    public void Miss(CallMissed missed) => _missed = missed;

    /// <summary>The process ended before the call did, and the run goes on: what is held is charged.</summary>
    public void ChargeHold(TimeSpan elapsed)
    {
        Spent = Open;
        Open = Amount.Zero;
        _outcome = CallOutcome.Unknown;
        _ended = elapsed;
    }

    public ReportCall ToReport(TimeSpan now) => new(number, Model)
    {
        Outcome = _outcome,
        SentAt = _sentAt,
        DurationMs = WasSent ? (long)((Open == Amount.Zero ? _ended : now) - _sentElapsed).TotalMilliseconds : 0,
        Held = _held.Cost,
        Cost = Spent.Cost,
        ListCost = _settled?.ListCost,
        Usage = Usage ?? _reused?.Usage,
        MaxOutputTokens = _maxOutputTokens,
        Bound = _bound,
        Request = _sent?.Request ?? _reused?.Request ?? _missed?.Request,
        Answer = _settled?.Answer ?? _reused?.Answer,
        AnsweredBy = _settled?.AnsweredBy ?? _reused?.AnsweredBy,
        FinishReason = _settled?.FinishReason ?? _reused?.FinishReason,
        ReusedFrom = _reused?.Source,
        SavedCost = Saved,
        Drift = _missed?.Drift,
        Error = _settled?.Failure ?? _reused?.Failure,
        RetryInMs = _settled?.RetryInMs,
        Refusal = _refusal,
    };
}
