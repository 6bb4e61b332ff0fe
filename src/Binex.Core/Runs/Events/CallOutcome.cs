namespace Binex.Core.Runs.Events;

/// <summary>How a call ended, as far as its charge is concerned.</summary>
public enum CallOutcome
{
    /// <summary>It was answered; the provider's count is charged.</summary>
    Answered,

    /// <summary>It was answered without a count; the whole hold is charged.</summary>
    AnsweredWithoutUsage,

    /// <summary>It never left, or was answered with an error status; nothing is charged.</summary>
    Rejected,

    /// <summary>Its end is not known; the whole hold is charged.</summary>
    Unknown,
}
