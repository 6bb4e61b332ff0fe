namespace Binex.Core.Runs.Events;

/// <summary><c>human.asked</c>: a person is asked.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Question">Hash of what the person is shown.</param>
public sealed record HumanAsked(string Node, int Iteration, string Question) : NodeEvent(Node, Iteration);
