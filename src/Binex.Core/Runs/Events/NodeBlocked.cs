namespace Binex.Core.Runs.Events;

/// <summary><c>node.blocked</c>: a node cannot run, because one that it needs failed.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node it would have been, from 1.</param>
/// <param name="BlockedBy">Id of the node whose failure is the root cause.</param>
public sealed record NodeBlocked(string Node, int Iteration, string BlockedBy) : NodeEvent(Node, Iteration);
