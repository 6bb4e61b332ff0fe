namespace Binex.Core.Runs.Events;

/// <summary><c>call.missed</c>: the cassette has no answer for a call. It is asked in a call of its own, or the node fails.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Call">Number of the call within the run, from 1.</param>
/// <param name="Model">The model that would have been asked.</param>
/// <param name="Request">Hash of the request.</param>
/// <param name="Drift">The nearest request that was recorded and how this one differs, as part of a sentence.</param>
public sealed record CallMissed(string Node, int Iteration, int Attempt, long Call, string Model, string Request, string Drift)
    : CallEvent(Node, Iteration, Attempt, Call);
