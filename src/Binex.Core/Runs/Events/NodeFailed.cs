namespace Binex.Core.Runs.Events;

/// <summary><c>node.failed</c>: a node ended without a result.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Status"><see cref="NodeStatus.Failed"/>, <see cref="NodeStatus.Refused"/> or <see cref="NodeStatus.Cancelled"/>.</param>
/// <param name="Failure">Why; what the last attempt said.</param>
public sealed record NodeFailed(string Node, int Iteration, NodeStatus Status, NodeFailure Failure) : NodeEvent(Node, Iteration)
{
    /// <summary>Why it was stopped from outside; null when it failed by itself.</summary>
    public StopReason? StopReason { get; init; }
}
