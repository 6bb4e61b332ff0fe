using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Core.Reports;

/// <summary>One try of a node.</summary>
/// <param name="Iteration">Which execution of the node.</param>
/// <param name="Attempt">Which attempt of that execution.</param>
/// <param name="Status"><see cref="NodeStatus.Completed"/>, <see cref="NodeStatus.Failed"/>, <see cref="NodeStatus.Running"/>, or another way to end.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="DurationMs">How long it took.</param>
public sealed record ReportAttempt(int Iteration, int Attempt, NodeStatus Status, DateTimeOffset StartedAt, long DurationMs)
{
    /// <summary>Which execution of the node it belongs to, from 1: the place in <see cref="ReportNode.Iterations"/>.</summary>
    public int Execution { get; init; } = 1;

    /// <summary>Why it was stopped from outside; null when it was not.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>Hash of the system message; null for none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Hash of the user message, or of what a person was asked; null for none.</summary>
    public string? Prompt { get; init; }

    /// <summary>Hash of the inputs with references resolved; null for none.</summary>
    public string? Inputs { get; init; }

    /// <summary>The files that went to the model; null for none.</summary>
    public IReadOnlyList<AttachedFile>? Attachments { get; init; }

    /// <summary>The calls it made.</summary>
    public IReadOnlyList<ReportCall> Calls { get; init; } = [];

    /// <summary>Why it failed; null when it did not.</summary>
    public NodeFailure? Error { get; init; }

    /// <summary>The wait before the next attempt; null when there was none.</summary>
    public long? RetryInMs { get; init; }

    /// <summary>What was mended in the answer; null for nothing.</summary>
    public string? Repair { get; init; }

    /// <summary>Who answered for a person: <c>terminal</c>, <c>option</c> or <c>simulator</c>; null where nobody was asked.</summary>
    public string? AnsweredBy { get; init; }
}
