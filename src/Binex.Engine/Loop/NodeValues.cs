using Binex.Core.Execution;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Engine.Loop;

/// <summary>The values that nodes have given so far, and the executions that read them. Belongs to the loop's thread.</summary>
internal sealed class NodeValues(RunState state, string runId)
{
    private readonly NodeOutputs?[] _outputs = new NodeOutputs?[state.Workflow.Nodes.Count];
    private readonly UpstreamNode?[] _upstream = new UpstreamNode?[state.Workflow.Nodes.Count];

    private Workflow Workflow => state.Workflow;

    public NodeOutputs? this[int node]
    {
        get => _outputs[node];
        set => _outputs[node] = value;
    }

    /// <summary>An execution of a node, with all that it may read.</summary>
    public NodeExecution ExecutionOf(int node, int iteration)
    {
        var definition = Workflow.Nodes[node];
        var dependencies = Workflow.Graph.Edges.Predecessors(node);
        var upstream = new UpstreamNode[dependencies.Length];
        for (var i = 0; i < upstream.Length; i++)
        {
            upstream[i] = Upstream(dependencies[i]);
        }

        var sentBackBy = state.SentBackBy(node);
        return new NodeExecution(Workflow, definition, iteration, runId)
        {
            Dependencies = upstream,
            PreviousIteration = Workflow.Graph.Loops.Count == 0 ? [] : LoopEndsReadBy(node, dependencies),
            SentBackBy = sentBackBy < 0 ? null : Upstream(sentBackBy),
            PreviousOutputs = sentBackBy < 0 ? null : _outputs[node],
        };
    }

    /// <summary>A node that has just ended, as its own back edge sees it.</summary>
    public NodeExecution AfterEndOf(int node, NodeExecution execution, NodeOutputs outputs) => execution with
    {
        Dependencies = [.. execution.Dependencies, new UpstreamNode(Workflow.Nodes[node].Id, NodeStatus.Completed, outputs)],
    };

    /// <summary>The end of a run, which sees all nodes.</summary>
    public NodeExecution AtEnd() => new(Workflow, Workflow.Nodes[0], 1, runId)
    {
        Dependencies = [.. Enumerable.Range(0, Workflow.Nodes.Count).Select(Upstream)],
    };

    // One for all its dependants: they may be many, and each may have many.
    private UpstreamNode Upstream(int node)
    {
        var status = state.StatusOf(node);
        return _upstream[node] is { } known && known.Status == status && ReferenceEquals(known.Outputs, _outputs[node])
            ? known
            : _upstream[node] = new UpstreamNode(Workflow.Nodes[node].Id, status, _outputs[node]);
    }

    private List<UpstreamNode> LoopEndsReadBy(int node, ReadOnlySpan<int> dependencies)
    {
        var read = new List<UpstreamNode>();
        foreach (var reference in Workflow.Nodes[node].References)
        {
            if (reference.IsNode && Workflow.IndexOf(reference.Name) is >= 0 and var referred
                && Workflow.Nodes[referred].BackEdge is not null && !dependencies.Contains(referred))
            {
                read.Add(Upstream(referred));
            }
        }

        return read;
    }
}
