using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Core.Reports;

/// <summary>One request to a model.</summary>
/// <param name="Call">Its number within the run.</param>
/// <param name="Model">The model that was asked.</param>
public sealed record ReportCall(long Call, string Model)
{
    /// <summary>How it ended; null when it was refused or its end is not on record.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>When it was sent; null when it was not.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>From sending to settling.</summary>
    public long DurationMs { get; init; }

    /// <summary>What was held for it.</summary>
    public Money Held { get; init; }

    /// <summary>What it was charged.</summary>
    public Money Cost { get; init; }

    /// <summary>What its tokens cost by the price book, where the provider stated another cost, which was charged; null where it did not.</summary>
    public Money? ListCost { get; init; }

    /// <summary>Tokens by the provider's count; null when it gave none.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The output limit that was sent.</summary>
    public int MaxOutputTokens { get; init; }

    /// <summary>What the hold was made of: tokens and rates.</summary>
    public CallBound? Bound { get; init; }

    /// <summary>Hash of the request; null when it was not sent.</summary>
    public string? Request { get; init; }

    /// <summary>Hash of the answer; null when there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>The model that answered, by its provider's word.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Why the model stopped.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public NodeFailure? Error { get; init; }

    /// <summary>The wait before it was sent again; null when it was not.</summary>
    public long? RetryInMs { get; init; }

    /// <summary>The arithmetic of its refusal; null when it was allowed.</summary>
    public Refusal? Refusal { get; init; }
}
