namespace Binex.Core.Runs.Events;

/// <summary><c>human.answered</c>: a person, or what stands in for one, has answered.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="By">Who: <c>terminal</c>, <c>option</c> or <c>simulator</c>.</param>
public sealed record HumanAnswered(string Node, int Iteration, string By) : NodeEvent(Node, Iteration)
{
    /// <inheritdoc/>
    public override bool IsDurable => true;
}
