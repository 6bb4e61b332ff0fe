using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Core.Reports.Projection;

/// <summary>One attempt, as far as the journal has told of it.</summary>
internal sealed class AttemptFold(int number, DateTimeOffset startedAt, TimeSpan started)
{
    private readonly List<CallFold> _calls = [];
    private AttemptStarted? _event;
    private AttemptFailed? _failed;
    private string? _repair;
    private string? _answeredBy;
    private string? _question;
    private TimeSpan? _ended;
    private NodeStatus _status = NodeStatus.Running;
    private StopReason? _stopReason;

    public int Number => number;

    public bool IsOpen => _ended is null;

    public IReadOnlyList<CallFold> Calls => _calls;

    public NodeFailure? Failure => _failed?.Failure;

    public void Describe(AttemptStarted started) => _event = started;

    public void Add(CallFold call) => _calls.Add(call);

    public void Ask(string question)
    {
        _question = question;
        _status = NodeStatus.Waiting;
    }

    public void Answer(string by)
    {
        _answeredBy = by;
        _status = NodeStatus.Running;
    }

    public void Fail(AttemptFailed failed, TimeSpan elapsed)
    {
        _failed = failed;
        var status = failed.StopReason switch
        {
            StopReason.BudgetRefused => NodeStatus.Refused,
            StopReason.Cancelled or StopReason.HostShutdown => NodeStatus.Cancelled,
            _ => NodeStatus.Failed,
        };
        End(status, failed.StopReason, elapsed);
    }

    public void Succeed(string? repair, TimeSpan elapsed)
    {
        _repair = repair;
        End(NodeStatus.Completed, null, elapsed);
    }

    public void End(NodeStatus status, StopReason? stopReason, TimeSpan elapsed)
    {
        _status = status;
        _stopReason = stopReason;
        _ended = elapsed;
    }

    public ReportAttempt ToReport(int iteration, int execution, TimeSpan now) =>
        new(iteration, number, _status, startedAt, (long)((_ended ?? now) - started).TotalMilliseconds)
        {
            Execution = execution,
            StopReason = _stopReason,
            SystemPrompt = _event?.SystemPrompt,
            Prompt = _event?.Prompt ?? _question,
            Inputs = _event?.Inputs,
            Attachments = _event?.Attachments,
            Calls = [.. _calls.Select(call => call.ToReport(now))],
            Error = Failure,
            RetryInMs = _failed?.RetryInMs,
            Repair = _repair,
            AnsweredBy = _answeredBy,
        };
}
