namespace Binex.Core.Runs.Events;

/// <summary><c>node.started</c>: a node begins to run.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
public sealed record NodeStarted(string Node, int Iteration) : NodeEvent(Node, Iteration);
