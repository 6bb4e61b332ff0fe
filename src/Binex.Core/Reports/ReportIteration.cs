using Binex.Core.Costs;
using Binex.Core.Runs;

namespace Binex.Core.Reports;

/// <summary>One execution of a node.</summary>
/// <param name="Iteration">Which one, from 1.</param>
/// <param name="Status">How it ended.</param>
public sealed record ReportIteration(int Iteration, NodeStatus Status)
{
    /// <summary>
    /// Which execution of the node this is, from 1. The same as the iteration, unless a resumed run began an iteration again.
    /// </summary>
    public int Execution { get; init; } = 1;

    /// <summary>Why it was stopped from outside; null when it was not.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>When it began; null when it did not.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public long DurationMs { get; init; }

    /// <summary>How long it waited, ready, for a place to run.</summary>
    public long QueuedMs { get; init; }

    /// <summary>What it cost.</summary>
    public Money Cost { get; init; }

    /// <summary>Why it failed, was blocked or skipped, as a sentence; null when it ended well.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether its back edge asked for another iteration.</summary>
    public bool Iterated { get; init; }

    /// <summary>What it gave.</summary>
    public IReadOnlyList<ReportOutput> Outputs { get; init; } = [];
}
