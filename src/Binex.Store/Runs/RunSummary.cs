using Binex.Core.Costs;
using Binex.Core.Runs;

namespace Binex.Store.Runs;

/// <summary>A run as a list shows it.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Status">Where it stands.</param>
public sealed record RunSummary(string Id, RunStatus Status)
{
    /// <summary>The workflow's name; empty when the journal does not say.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>SHA-256 of the workflow's text; empty when the journal does not say.</summary>
    public string SourceSha256 { get; init; } = "";

    /// <summary>When it began; null when it has not. UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The time from its first fact to its last, pauses between a stop and a resume included; null when it has not begun.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What it cost; of a run that has not ended, what is settled so far.</summary>
    public Money Cost { get; init; }

    /// <summary>How many nodes its workflow has.</summary>
    public int Nodes { get; init; }

    /// <summary>Whether its models were simulated.</summary>
    public bool Simulated { get; init; }

    /// <summary>Whether its calls were answered by a cassette.</summary>
    public bool Replayed { get; init; }

    /// <summary>Why the rest cannot be told; null when it can.</summary>
    public string? Problem { get; init; }
}
