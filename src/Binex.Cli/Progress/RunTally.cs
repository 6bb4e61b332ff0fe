using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Cli.Progress;

/// <summary>What a progress view needs to know of a run, counted from its facts.</summary>
internal sealed class RunTally
{
    private readonly Dictionary<string, NodeProgress> _nodes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Money spent so far.</summary>
    public Money Spent { get; private set; }

    /// <summary>The run's money cap; null for none.</summary>
    public Money? MaxCost { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The nodes that something has happened to.</summary>
    public IReadOnlyDictionary<string, NodeProgress> Nodes => _nodes;

    /// <summary>Takes a fact in; returns the node that it ended, if it did.</summary>
    public NodeProgress? Apply(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case RunStarted started:
                MaxCost = started.MaxCost;
                StartedAt = entry.At;
                return null;
            case RunResumed resumed:
                MaxCost = resumed.MaxCost;
                StartedAt = entry.At;
                return null;
            case NodeStarted started:
                Of(started).Begin(started.Iteration, entry.At);
                return null;
            case AttemptFailed { RetryInMs: not null } failed:
                Of(failed).Retries++;
                return null;
            case CallSettled settled:
                Spent += settled.Spent.Cost;
                Of(settled).Cost += settled.Spent.Cost;
                Of(settled).Retries += settled.RetryInMs is null ? 0 : 1;
                return null;
            case HumanAsked asked:
                Of(asked).Status = NodeStatus.Waiting;
                return null;
            case HumanAnswered answered:
                Of(answered).Status = NodeStatus.Running;
                return null;
            case NodeCompleted completed:
                return Of(completed).End(NodeStatus.Completed, null, entry.At);
            case NodeFailed failed:
                return Of(failed).End(failed.Status, failed.Failure.Message, entry.At);
            case NodeSkipped skipped:
                return Of(skipped).End(NodeStatus.Skipped, skipped.Reason, entry.At);
            case NodeBlocked blocked:
                return Of(blocked).End(NodeStatus.Blocked, $"'{blocked.BlockedBy}' did not complete", entry.At);
            default:
                return null;
        }
    }

    /// <summary>A model is writing a line.</summary>
    public void Say(string node, string line)
    {
        // A late word of a node that has ended is nobody's any more.
        if (_nodes.TryGetValue(node, out var running) && running.Status == NodeStatus.Running)
        {
            running.Line = line;
        }
    }

    private NodeProgress Of(NodeEvent fact)
    {
        if (!_nodes.TryGetValue(fact.Node, out var node))
        {
            node = new NodeProgress(fact.Node);
            _nodes.Add(fact.Node, node);
        }

        return node;
    }
}
