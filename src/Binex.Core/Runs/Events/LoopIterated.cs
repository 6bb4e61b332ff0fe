namespace Binex.Core.Runs.Events;

/// <summary><c>loop.iterated</c>: a back edge is taken; its loop's nodes are pending again.</summary>
/// <param name="Node">Id of the node that closes the loop.</param>
/// <param name="Iteration">The execution of that node that is about to come, from 2.</param>
/// <param name="Target">Id of the node to which the run goes back.</param>
public sealed record LoopIterated(string Node, int Iteration, string Target) : NodeEvent(Node, Iteration);
