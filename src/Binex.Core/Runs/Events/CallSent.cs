namespace Binex.Core.Runs.Events;

/// <summary><c>call.sent</c>: a call leaves the process.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Call">Number of the call within the run, from 1.</param>
/// <param name="Model">The model that is asked.</param>
/// <param name="Request">Hash of the request.</param>
public sealed record CallSent(string Node, int Iteration, int Attempt, long Call, string Model, string Request) : CallEvent(Node, Iteration, Attempt, Call);
