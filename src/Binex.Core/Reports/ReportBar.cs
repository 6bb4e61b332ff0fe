using Binex.Core.Runs;

namespace Binex.Core.Reports;

/// <summary>One execution of a node in the timeline. Its clock stands still between a crash and a resume.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Iteration">Which execution.</param>
/// <param name="StartMs">Start, from the start of the run.</param>
/// <param name="EndMs">End, from the start of the run.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Critical">Whether it lies on the critical path.</param>
public sealed record ReportBar(string Node, int Iteration, long StartMs, long EndMs, NodeStatus Status, bool Critical)
{
    /// <summary>Which execution of the node, from 1, those that a crash cut short included.</summary>
    public int Execution { get; init; } = 1;

    /// <summary>When it was ready and began to wait for a place to run, from the start of the run.</summary>
    public long ReadyMs { get; init; } = StartMs;
}
