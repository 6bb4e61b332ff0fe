using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Core.Tests.Runs;

/// <summary>
/// The rules of execution, word by word: after every event it looks at the whole graph anew and says what must be next.
/// Shares nothing with the run state but the workflow and its lanes.
/// </summary>
public sealed class NaiveRun(Workflow workflow, Lanes lanes)
{
    private readonly int _count = workflow.Nodes.Count;
    private readonly List<int>[] _dependencies =
        [.. workflow.Nodes.Select(node => node.DependsOn.Select(workflow.IndexOf).Order().ToList())];

    private readonly bool[] _ready = new bool[workflow.Nodes.Count];
    private readonly int[] _cause = [.. workflow.Nodes.Select(_ => -1)];
    private readonly HashSet<int> _due = [];
    private bool _cancelling;

    public NodeStatus[] Status { get; } = new NodeStatus[workflow.Nodes.Count];

    public int[] Iteration { get; } = new int[workflow.Nodes.Count];

    public IEnumerable<int> Running => All.Where(node => Status[node] == NodeStatus.Running);

    private IEnumerable<int> All => Enumerable.Range(0, _count);

    /// <summary>The nodes on a path from the target to the source, and those that depend on them alone.</summary>
    public HashSet<int> Members(int source)
    {
        var target = workflow.IndexOf(workflow.Nodes[source].BackEdge!.Target);
        HashSet<int> members = [.. All.Where(node => Needs(node, target) && Needs(source, node))];
        while (All.FirstOrDefault(node => !members.Contains(node) && _dependencies[node].Count > 0 && _dependencies[node].All(members.Contains), -1) is >= 0 and var node)
        {
            members.Add(node);
        }

        return members;
    }

    /// <summary>The most often that a node can run: once, and once more for each time that a loop it is in is taken.</summary>
    public int MostExecutions(int node) =>
        1 + All.Where(source => workflow.Nodes[source].BackEdge is not null && Members(source).Contains(node))
            .Sum(source => workflow.Nodes[source].BackEdge!.MaxIterations - 1);

    public bool IsDone(int node) => Status[node] switch
    {
        NodeStatus.Completed => !_due.Contains(node),
        NodeStatus.Skipped => true,
        NodeStatus.Failed or NodeStatus.Refused => workflow.Nodes[node].ContinueOnError,
        _ => false,
    };

    public bool HasRoom(int node)
    {
        var lane = lanes.All[lanes.Of(node)];
        return Running.Count(other => lanes.Of(other) == lanes.Of(node)) < lane.Capacity
            && (!lane.CountsInTotal || Running.Count(other => lanes.All[lanes.Of(other)].CountsInTotal) < lanes.Total);
    }

    public Decision? Next()
    {
        if (_cancelling)
        {
            return Running.Any() ? null : new Decision(DecisionKind.Finish, -1);
        }

        var loops = _due.Where(source => !Members(source).Any(member => Status[member] == NodeStatus.Running)).Order().ToList();
        if (loops.Count > 0)
        {
            return new Decision(DecisionKind.Iterate, loops[0]);
        }

        foreach (var node in All.Where(node => Status[node] == NodeStatus.Pending && !_ready[node] && !IsHeld(node)))
        {
            if (_dependencies[node].Any(HasFailed))
            {
                return new Decision(DecisionKind.Block, node);
            }

            if (_dependencies[node].All(IsDone))
            {
                var skips = workflow.Nodes[node].SkipPropagation && _dependencies[node].Count > 0
                    && _dependencies[node].All(dependency => Status[dependency] == NodeStatus.Skipped);
                return new Decision(skips ? DecisionKind.SkipWithDependencies : DecisionKind.Admit, node);
            }
        }

        return All.FirstOrDefault(node => _ready[node] && HasRoom(node), -1) is >= 0 and var ready
            ? new Decision(DecisionKind.Start, ready)
            : Running.Any() ? null : new Decision(DecisionKind.Finish, -1);
    }

    public void Apply(RunEvent fact)
    {
        switch (fact)
        {
            case RunCancelling:
                _cancelling = true;
                break;
            case RunResumed:
                Resume();
                break;
            case NodeEvent nodeEvent:
                Apply(nodeEvent, workflow.IndexOf(nodeEvent.Node));
                break;
            default:
                break;
        }
    }

    private void Apply(NodeEvent fact, int node)
    {
        switch (fact)
        {
            case NodeReady:
                _ready[node] = true;
                break;
            case NodeStarted:
                (_ready[node], Status[node], Iteration[node]) = (false, NodeStatus.Running, fact.Iteration);
                break;
            case NodeSkipped:
                (Status[node], Iteration[node]) = (NodeStatus.Skipped, fact.Iteration);
                break;
            case NodeBlocked blocked:
                (Status[node], _cause[node]) = (NodeStatus.Blocked, workflow.IndexOf(blocked.BlockedBy));
                break;
            case NodeFailed failed:
                (Status[node], Iteration[node]) = (failed.Status, fact.Iteration);
                break;
            case NodeCompleted completed:
                Status[node] = NodeStatus.Completed;
                if (completed.Iterate)
                {
                    _due.Add(node);
                    Array.ForEach([.. Members(node)], member => _ready[member] = false);
                }

                break;
            case LoopIterated:
                Iterate(node);
                break;
            default:
                break;
        }
    }

    private void Iterate(int source)
    {
        var members = Members(source);
        _due.RemoveWhere(members.Contains);
        foreach (var node in All.Where(node => members.Contains(node) || (Status[node] == NodeStatus.Blocked && members.Contains(_cause[node]))).ToList())
        {
            Status[node] = NodeStatus.Pending;
        }

        foreach (var node in All.Where(node => !_dependencies[node].All(IsDone)))
        {
            _ready[node] = false;
        }
    }

    private void Resume()
    {
        _cancelling = false;
        Array.Clear(_ready);
        foreach (var node in All.Where(node => Status[node] is not (NodeStatus.Completed or NodeStatus.Skipped)))
        {
            Iteration[node] -= Status[node] is NodeStatus.Pending or NodeStatus.Blocked ? 0 : 1;
            Status[node] = NodeStatus.Pending;
        }
    }

    private bool HasFailed(int node) => Status[node] switch
    {
        NodeStatus.Failed or NodeStatus.Refused => !workflow.Nodes[node].ContinueOnError,
        NodeStatus.Blocked or NodeStatus.Cancelled => true,
        _ => false,
    };

    private bool IsHeld(int node) => _due.Any(source => Members(source).Contains(node));

    private bool Needs(int node, int other) => node == other || _dependencies[node].Any(dependency => Needs(dependency, other));
}
