namespace Binex.Core.Runs.Events;

/// <summary>A fact about one request to a model.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Call">Number of the call within the run, from 1; the same in all facts about it.</param>
public abstract record CallEvent(string Node, int Iteration, int Attempt, long Call) : NodeEvent(Node, Iteration);
