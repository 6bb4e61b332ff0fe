using Binex.Core.Costs;
using Binex.Core.Runs;

namespace Binex.Cli.Progress;

/// <summary>What a progress view needs to know of a node.</summary>
internal sealed class NodeProgress(string id)
{
    public string Id { get; } = id;

    public NodeStatus Status { get; set; } = NodeStatus.Pending;

    public int Iteration { get; private set; } = 1;

    public int Retries { get; set; }

    public Money Cost { get; set; }

    /// <summary>The line that its model is writing; empty where none is.</summary>
    public string Line { get; set; } = "";

    /// <summary>Why it did not complete; null when it did.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public TimeSpan? Duration { get; private set; }

    public void Begin(int iteration, DateTimeOffset at)
    {
        Status = NodeStatus.Running;
        Iteration = iteration;
        StartedAt = at;
        Duration = null;
        Reason = null;
    }

    public NodeProgress End(NodeStatus status, string? reason, DateTimeOffset at)
    {
        Status = status;
        Line = "";
        Reason = reason;
        Duration = StartedAt is { } start && status is not (NodeStatus.Skipped or NodeStatus.Blocked) ? at - start : null;
        return this;
    }
}
