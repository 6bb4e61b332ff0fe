namespace Binex.Core.Runs.Events;

/// <summary>A fact about one execution of a node.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
public abstract record NodeEvent(string Node, int Iteration) : RunEvent;
