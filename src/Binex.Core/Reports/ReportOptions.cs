namespace Binex.Core.Reports;

/// <summary>What a report is made with, beside the journal.</summary>
public sealed record ReportOptions
{
    /// <summary>How much of one content a report holds unless told otherwise.</summary>
    public const int DefaultContentLimit = 64 * 1024;

    /// <summary>How much of all contents a report holds unless told otherwise.</summary>
    public const long DefaultTotalContentLimit = 32L * 1024 * 1024;

    /// <summary>The version of Binex that makes the report.</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>
    /// Whether the process that writes the journal is known to be alive. A journal without an end is that of a running run then,
    /// else that of an interrupted one.
    /// </summary>
    public bool IsAlive { get; init; }

    /// <summary>The run's id, for a journal that does not say it; empty when it is not known.</summary>
    public string RunId { get; init; } = "";

    /// <summary>How much of the journal could be read.</summary>
    public JournalGaps Gaps { get; init; } = JournalGaps.None;

    /// <summary>The time up to which a running run has run; null for that of its last fact. UTC.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The most that is kept of one content, in characters (UTF-16 units).</summary>
    public int ContentLimit { get; init; } = DefaultContentLimit;

    /// <summary>The most that is kept of all contents together, in characters (UTF-16 units).</summary>
    public long TotalContentLimit { get; init; } = DefaultTotalContentLimit;
}
