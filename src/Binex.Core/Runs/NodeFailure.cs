namespace Binex.Core.Runs;

/// <summary>Why a node or an attempt failed.</summary>
/// <param name="Kind">What a retry policy needs to know.</param>
/// <param name="Message">What happened, why, and what to do, for a person; never empty.</param>
public sealed record NodeFailure(FailureKind Kind, string Message)
{
    /// <summary>The provider's or process's own words; null when there are none.</summary>
    public string? Detail { get; init; }

    /// <summary>Status of the provider's answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>How long the provider wants to be left alone; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
