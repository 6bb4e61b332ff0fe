using Binex.Core.Costs;
using Binex.Core.Runs;

namespace Binex.Core.Reports;

/// <summary>A node of the workflow and what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Agent">Its agent's URI.</param>
/// <param name="Status">Where it ended, or where it stands; of its last execution.</param>
public sealed record ReportNode(string Id, string Agent, NodeStatus Status)
{
    /// <summary>
    /// Id of the node in which it lies, which stands before it: it is an item of that node's list, a step of its pattern, or a node of its
    /// sub-workflow. Null for a node that the workflow itself names. See <see cref="NodeTree"/>.
    /// </summary>
    public string? Parent { get; init; }

    /// <summary>The item of its parent's list for which it ran; null when it is for none.</summary>
    public ReportItem? Item { get; init; }

    /// <summary>What it is for; null when it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The model that answered last; null when none did.</summary>
    public string? Model { get; init; }

    /// <summary>The model that the workflow names; null when it names none.</summary>
    public string? RequestedModel { get; init; }

    /// <summary>Why it was stopped from outside; null when it was not.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>Why it failed, was blocked or skipped, as a sentence; null when it ended well.</summary>
    public string? Reason { get; init; }

    /// <summary>When its first execution began; null when none did.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long its executions took together.</summary>
    public long DurationMs { get; init; }

    /// <summary>How long it waited, ready, for a place to run; all executions together.</summary>
    public long QueuedMs { get; init; }

    /// <summary>Its executions, in order, those that were skipped or blocked included; empty while nothing has become of it.</summary>
    public IReadOnlyList<ReportIteration> Iterations { get; init; } = [];

    /// <summary>Its own attempts, in order, over all executions.</summary>
    public IReadOnlyList<ReportAttempt> Attempts { get; init; } = [];

    /// <summary>What its last execution gave.</summary>
    public IReadOnlyList<ReportOutput> Outputs { get; init; } = [];

    /// <summary>Money spent by all its executions, and by the nodes inside it.</summary>
    public Money Cost { get; init; }

    /// <summary>What its calls would have cost that were answered from what is kept, and those of the nodes inside it; null when none was.</summary>
    public Money? SavedCost { get; init; }

    /// <summary>Tokens used by all its executions, and by the nodes inside it.</summary>
    public ReportTokens Tokens { get; init; } = ReportTokens.Zero;

    /// <summary>Calls sent by all its executions, and by the nodes inside it.</summary>
    public int Calls { get; init; }

    /// <summary>Calls sent again and attempts after the first, of all its executions and of the nodes inside it.</summary>
    public int Retries { get; init; }

    /// <summary>Hash of all that its last result depends on.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Ids of the nodes that it needs, in document order.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Id of the node whose failure keeps it from running; null for none.</summary>
    public string? BlockedBy { get; init; }

    /// <summary>The condition under which it runs; null for none.</summary>
    public string? When { get; init; }

    /// <summary>The loop that it closes; null for none.</summary>
    public ReportLoop? Loop { get; init; }

    /// <summary>How often one execution of it may be tried.</summary>
    public int MaxAttempts { get; init; } = 1;

    /// <summary>Whether its dependants run when it fails.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Its place in the workflow's file, as <c>path:line:column</c>; null when unknown.</summary>
    public string? Location { get; init; }
}
