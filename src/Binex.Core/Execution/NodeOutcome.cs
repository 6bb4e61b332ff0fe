using Binex.Core.Runs;

namespace Binex.Core.Execution;

/// <summary>How an execution of a node ended: <see cref="Outputs"/> or <see cref="Failure"/> is set, never both.</summary>
public sealed record NodeOutcome
{
    private NodeOutcome()
    {
    }

    /// <summary>What it gave.</summary>
    public NodeOutputs? Outputs { get; private init; }

    /// <summary>Hash of all that the outputs depend on.</summary>
    public string? Fingerprint { get; private init; }

    /// <summary>Whether it made calls that cost money.</summary>
    public bool Paid { get; private init; }

    /// <summary>Why it gave nothing.</summary>
    public NodeFailure? Failure { get; private init; }

    /// <summary><see cref="NodeStatus.Completed"/>, <see cref="NodeStatus.Failed"/>, <see cref="NodeStatus.Refused"/> or <see cref="NodeStatus.Cancelled"/>.</summary>
    public NodeStatus Status { get; private init; }

    /// <summary>Why it was stopped from outside; null when it was not.</summary>
    public StopReason? StopReason { get; private init; }

    /// <summary>It ended well.</summary>
    /// <param name="outputs">What it gave.</param>
    /// <param name="fingerprint">Hash of all that the outputs depend on.</param>
    /// <param name="paid">Whether it made calls that cost money.</param>
    public static NodeOutcome Completed(NodeOutputs outputs, string? fingerprint, bool paid) =>
        new() { Status = NodeStatus.Completed, Outputs = outputs, Fingerprint = fingerprint, Paid = paid };

    /// <summary>It failed.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="stopReason">Why it was stopped from outside; null when it was not.</param>
    public static NodeOutcome Failed(NodeFailure failure, StopReason? stopReason = null) => new()
    {
        Failure = failure,
        StopReason = stopReason,
        Status = stopReason switch
        {
            Runs.StopReason.BudgetRefused => NodeStatus.Refused,
            Runs.StopReason.Cancelled or Runs.StopReason.HostShutdown => NodeStatus.Cancelled,
            _ => NodeStatus.Failed,
        },
    };
}
