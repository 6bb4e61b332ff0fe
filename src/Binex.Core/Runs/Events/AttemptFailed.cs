namespace Binex.Core.Runs.Events;

/// <summary><c>attempt.failed</c>: an attempt did not bring what it should.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Failure">Why.</param>
public sealed record AttemptFailed(string Node, int Iteration, int Attempt, NodeFailure Failure) : NodeEvent(Node, Iteration)
{
    /// <summary>Why it was stopped from outside; null when it failed by itself.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>The wait before the next attempt, in milliseconds; null when there is none.</summary>
    public long? RetryInMs { get; init; }
}
