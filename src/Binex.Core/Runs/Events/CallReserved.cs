using Binex.Core.Ledgers;
using Binex.Core.Prices;

namespace Binex.Core.Runs.Events;

/// <summary><c>call.reserved</c>: money is held for a call. On the disk before the call is sent.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Call">Number of the call within the run, from 1.</param>
/// <param name="Held">What is held.</param>
/// <param name="MaxOutputTokens">The output limit that is sent.</param>
/// <param name="Bound">What the hold is made of.</param>
public sealed record CallReserved(
    string Node, int Iteration, int Attempt, long Call, Amount Held, int MaxOutputTokens, CallBound Bound) : CallEvent(Node, Iteration, Attempt, Call)
{
    /// <inheritdoc/>
    public override bool IsDurable => true;
}
