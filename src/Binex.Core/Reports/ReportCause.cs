using Binex.Core.Runs;

namespace Binex.Core.Reports;

/// <summary>A node that went wrong by itself.</summary>
/// <param name="Node">Its id.</param>
/// <param name="Status"><see cref="NodeStatus.Failed"/>, <see cref="NodeStatus.Refused"/>, or <see cref="NodeStatus.Cancelled"/> for one that a deadline stopped.</param>
/// <param name="Message">What happened, as a sentence.</param>
/// <param name="Advice">What to do about it, as a sentence.</param>
public sealed record ReportCause(string Node, NodeStatus Status, string Message, string Advice)
{
    /// <summary>The kind of its failure; null when its budget refused it.</summary>
    public FailureKind? Kind { get; init; }

    /// <summary>The provider's or process's own words; null when there are none.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether the workflow lets the run go on in spite of it (<c>continue_on_error</c>).</summary>
    public bool Tolerated { get; init; }

    /// <summary>Ids of the nodes that it kept from running, in document order.</summary>
    public IReadOnlyList<string> Blocked { get; init; } = [];
}
