using Binex.Core.Execution;
using Binex.Core.Runs.Events;

namespace Binex.Engine.Loop;

/// <summary>What the run loop is told from outside of its thread. One of the members is set.</summary>
internal readonly record struct LoopMessage
{
    /// <summary>A fact about a node that runs.</summary>
    public RunEvent? Event { get; init; }

    /// <summary>Told when the fact is written; null when nobody waits for that.</summary>
    public TaskCompletionSource? Written { get; init; }

    /// <summary>A node has ended.</summary>
    public NodeOutcome? Outcome { get; init; }

    /// <summary>Index of the node that has ended.</summary>
    public int Node { get; init; }

    /// <summary>The run is to be cancelled.</summary>
    public RunCancelling? Cancel { get; init; }

    /// <summary>A node could not be run at all: a mistake in Binex, or a store that cannot be written.</summary>
    public Exception? Crash { get; init; }
}
