namespace Binex.Core.Runs.Events;

/// <summary><c>node.skipped</c>: a node does not run, and its outputs are null.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node it would have been, from 1.</param>
/// <param name="Reason">Why, as a sentence: the condition with its values, or the skipped dependencies.</param>
public sealed record NodeSkipped(string Node, int Iteration, string Reason) : NodeEvent(Node, Iteration);
