using Binex.Core.Costs;
using Binex.Core.Ledgers;

namespace Binex.Core.Runs.Events;

/// <summary><c>call.settled</c>: a charge replaces the hold.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Call">Number of the call within the run, from 1.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Spent">The charge.</param>
public sealed record CallSettled(
    string Node, int Iteration, int Attempt, long Call, CallOutcome Outcome, Amount Spent) : CallEvent(Node, Iteration, Attempt, Call)
{
    /// <summary>Tokens by the provider's count; null when it gave none.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>What the tokens cost by the price book, where the provider stated another cost; null where it did not, or nothing was counted.</summary>
    public Money? ListCost { get; init; }

    /// <summary>Hash of the answer; null when there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>The model that answered, by its provider's word; null when it did not say.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Why the model stopped; null when it did not say.</summary>
    public string? FinishReason { get; init; }

    /// <summary>How the answer came, where somebody listened to it; null where it was taken whole.</summary>
    public CallStream? Stream { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public NodeFailure? Failure { get; init; }

    /// <summary>The wait before the call is sent again, in milliseconds; null when it is not.</summary>
    public long? RetryInMs { get; init; }

    /// <inheritdoc/>
    public override bool IsDurable => true;
}
