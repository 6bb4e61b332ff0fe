using Binex.Core.Ledgers;

namespace Binex.Core.Runs.Events;

/// <summary><c>call.refused</c>: the ledger did not allow a call; it was not sent.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Call">Number of the call within the run, from 1.</param>
/// <param name="Refusal">The arithmetic.</param>
public sealed record CallRefused(string Node, int Iteration, int Attempt, long Call, Refusal Refusal) : CallEvent(Node, Iteration, Attempt, Call);
