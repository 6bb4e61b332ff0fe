using Binex.Core.Workflows;

namespace Binex.Core.Execution;

/// <summary>One execution of a node, with all that it may read.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Node">The node.</param>
/// <param name="Iteration">Which execution of the node, from 1.</param>
/// <param name="RunId">The run's id.</param>
public sealed record NodeExecution(Workflow Workflow, Node Node, int Iteration, string RunId)
{
    /// <summary>The nodes that it needs, in document order.</summary>
    public IReadOnlyList<UpstreamNode> Dependencies { get; init; } = [];

    /// <summary>The nodes that it reads of the iteration before, because they end a loop that it is in.</summary>
    public IReadOnlyList<UpstreamNode> PreviousIteration { get; init; } = [];

    /// <summary>The node that sent the run back to this one; null when none did.</summary>
    public UpstreamNode? SentBackBy { get; init; }

    /// <summary>What this node gave in its execution before; null when there was none, or outside of a loop.</summary>
    public NodeOutputs? PreviousOutputs { get; init; }
}
