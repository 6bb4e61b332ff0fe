namespace Binex.Core.Runs.Events;

/// <summary><c>node.ready</c>: all that a node needs is there and its condition holds; it waits for a place to run.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
public sealed record NodeReady(string Node, int Iteration) : NodeEvent(Node, Iteration);
