using Binex.Core.Runs;

namespace Binex.Core.Reports;

/// <summary>The run itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Status">How it ended, or where it stands.</param>
/// <param name="StartedAt">When it began; UTC.</param>
/// <param name="DurationMs">How long it took, or has taken so far, pauses between a crash and a resume left out.</param>
public sealed record ReportRun(string Id, string Workflow, RunStatus Status, DateTimeOffset StartedAt, long DurationMs)
{
    /// <summary>What the workflow is for; null when it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The exit code of its command; null while it runs.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether every model was simulated.</summary>
    public bool Simulated { get; init; }

    /// <summary>Why it was cancelled, as a sentence; null when it was not.</summary>
    public string? CancelReason { get; init; }

    /// <summary>How often it was resumed.</summary>
    public int Resumes { get; init; }

    /// <summary>The cassette that answered its calls, as the user named it; null for none.</summary>
    public string? Cassette { get; init; }

    /// <summary>The run that it replays; null for none.</summary>
    public string? ReplayOf { get; init; }
}
