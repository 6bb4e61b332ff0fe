namespace Binex.Core.Runs.Events;

/// <summary><c>attempt.succeeded</c>: an attempt brought what it should.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
public sealed record AttemptSucceeded(string Node, int Iteration, int Attempt) : NodeEvent(Node, Iteration)
{
    /// <summary>What was mended in the answer, for example "removed a code fence"; null for nothing.</summary>
    public string? Repair { get; init; }
}
