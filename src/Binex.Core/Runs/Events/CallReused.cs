using Binex.Core.Costs;

namespace Binex.Core.Runs.Events;

/// <summary><c>call.reused</c>: a call was answered by an answer that is kept. Nothing was held, sent or charged.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Call">Number of the call within the run, from 1.</param>
/// <param name="Model">The model that would have been asked.</param>
/// <param name="Source">Where the answer came from.</param>
/// <param name="Saved">What the call cost when it was asked.</param>
public sealed record CallReused(string Node, int Iteration, int Attempt, long Call, string Model, CallSource Source, Money Saved)
    : CallEvent(Node, Iteration, Attempt, Call)
{
    /// <summary>Hash of the request.</summary>
    public required string Request { get; init; }

    /// <summary>Hash of the answer; null where a failure is kept.</summary>
    public string? Answer { get; init; }

    /// <summary>The provider's failure that is kept; null where an answer is.</summary>
    public NodeFailure? Failure { get; init; }

    /// <summary>Tokens by the provider's count; null when it gave none.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The model that answered, by its provider's word; null when it did not say.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Why the model stopped; null when it did not say.</summary>
    public string? FinishReason { get; init; }
}
