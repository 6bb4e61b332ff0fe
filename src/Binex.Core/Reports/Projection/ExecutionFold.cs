using Binex.Core.Costs;
using Binex.Core.Runs;

namespace Binex.Core.Reports.Projection;

/// <summary>One execution of a node, as far as the journal has told of it.</summary>
internal sealed class ExecutionFold(NodeFold node, int number, int iteration)
{
    private readonly List<AttemptFold> _attempts = [];

    public NodeFold Node => node;

    /// <summary>Its place among the node's executions, from 1.</summary>
    public int Number => number;

    public int Iteration => iteration;

    public NodeStatus Status { get; set; } = NodeStatus.Pending;

    public StopReason? StopReason { get; set; }

    public string? Reason { get; set; }

    public bool Iterated { get; set; }

    public IReadOnlyList<ReportOutput> Outputs { get; set; } = [];

    public TimeSpan? Ready { get; set; }

    public TimeSpan? Started { get; private set; }

    public TimeSpan? Ended { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Rises from each end of an execution to the next in the journal.</summary>
    public int EndOrder { get; private set; } = -1;

    /// <summary>The execution whose end let this one be ready; null when nothing held it up.</summary>
    public ExecutionFold? ReleasedBy { get; set; }

    public bool IsCritical { get; set; }

    /// <summary>Whether anything has become of it beside that it is ready.</summary>
    public bool IsTold => Started is not null || Ended is not null || _attempts.Count > 0;

    public IReadOnlyList<AttemptFold> Attempts => _attempts;

    public TimeSpan Queued => Started is { } started && Ready is { } ready ? started - ready : TimeSpan.Zero;

    public TimeSpan DurationAt(TimeSpan now) => Started is { } started ? (Ended ?? now) - started : TimeSpan.Zero;

    public void Start(DateTimeOffset at, TimeSpan elapsed)
    {
        Started = elapsed;
        StartedAt = at;
        Status = NodeStatus.Running;
    }

    public void End(NodeStatus status, int order, TimeSpan elapsed)
    {
        Status = status;
        Ended = elapsed;
        EndOrder = order;
        if (_attempts is [.., { IsOpen: true } last])
        {
            last.End(status, StopReason, elapsed);
        }
    }

    /// <summary>The attempt with a number; a new one when the journal has not told of it yet.</summary>
    public AttemptFold Attempt(int attempt, DateTimeOffset at, TimeSpan elapsed)
    {
        for (var i = _attempts.Count - 1; i >= 0; i--)
        {
            if (_attempts[i].Number == attempt)
            {
                return _attempts[i];
            }
        }

        var added = new AttemptFold(attempt, at, elapsed);
        _attempts.Add(added);
        return added;
    }

    public ReportIteration ToReport(TimeSpan now) => new(iteration, Status)
    {
        Execution = number,
        StopReason = StopReason,
        StartedAt = StartedAt,
        DurationMs = (long)DurationAt(now).TotalMilliseconds,
        QueuedMs = (long)Queued.TotalMilliseconds,
        Cost = _attempts.SelectMany(attempt => attempt.Calls).Aggregate(Money.Zero, (sum, call) => sum + call.Spent.Cost),
        Reason = Reason,
        Iterated = Iterated,
        Outputs = Outputs,
    };

    public ReportBar ToBar(TimeSpan now) =>
        new(node.Id, iteration, Ms(Started ?? now), Ms(Ended ?? now), Status, IsCritical) { Execution = number, ReadyMs = Ms(Ready ?? Started ?? now) };

    private static long Ms(TimeSpan time) => (long)time.TotalMilliseconds;
}
