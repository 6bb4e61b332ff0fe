namespace Binex.Core.Runs;

/// <content>The part of the state that the scheduler asks: who waits for whom, and where there is room.</content>
public sealed partial class RunState
{
    private readonly int[] _remaining;
    private readonly int[] _blockedBy;
    private readonly bool[] _released;
    private readonly bool[] _held;
    private readonly IndexSet[] _ready;
    private readonly int[] _running;
    private readonly List<int> _loopsToIterate = [];
    private int _runningInTotal;

    /// <summary>How many nodes run.</summary>
    public int RunningCount { get; private set; }

    internal IndexSet Decidable { get; }

    /// <summary>Index of the failed node that is the reason why a node cannot run, or -1.</summary>
    /// <param name="node">The node's index.</param>
    public int BlockedBy(int node) => _blockedBy[node];

    internal bool AllDependenciesSkipped(int node)
    {
        var dependencies = Workflow.Graph.Edges.Predecessors(node);
        foreach (var dependency in dependencies)
        {
            if (_status[dependency] != NodeStatus.Skipped)
            {
                return false;
            }
        }

        return dependencies.Length > 0;
    }

    /// <summary>The node whose back edge is due and whose loop has nothing running, or -1.</summary>
    internal int LoopToIterate()
    {
        foreach (var source in _loopsToIterate)
        {
            if (!Workflow.Graph.Loops[source].Members.Any(member => _phase[member] == NodePhase.Running))
            {
                return source;
            }
        }

        return -1;
    }

    /// <summary>The first ready node, in document order, that has a place to run; or -1.</summary>
    internal int FirstStartable()
    {
        var first = -1;
        for (var lane = 0; lane < _ready.Length; lane++)
        {
            var hasRoom = _running[lane] < Lanes.All[lane].Capacity && (!Lanes.All[lane].CountsInTotal || _runningInTotal < Lanes.Total);
            if (hasRoom && _ready[lane].Min is >= 0 and var candidate && (first < 0 || candidate < first))
            {
                first = candidate;
            }
        }

        return first;
    }

    private void MoveTo(int node, NodePhase phase)
    {
        var lane = Lanes.Of(node);
        switch (_phase[node])
        {
            case NodePhase.Decidable:
                Decidable.Remove(node);
                break;
            case NodePhase.Ready:
                _ready[lane].Remove(node);
                break;
            case NodePhase.Running:
                CountRunning(lane, -1);
                break;
            default:
                break;
        }

        _phase[node] = phase;
        switch (phase)
        {
            case NodePhase.Decidable:
                Decidable.Add(node);
                break;
            case NodePhase.Ready:
                _ready[lane].Add(node);
                break;
            case NodePhase.Running:
                CountRunning(lane, 1);
                break;
            default:
                break;
        }
    }

    private void CountRunning(int lane, int change)
    {
        RunningCount += change;
        _running[lane] += change;
        _runningInTotal += Lanes.All[lane].CountsInTotal ? change : 0;
    }

    private void End(int node, NodeStatus status)
    {
        MoveTo(node, NodePhase.Ended);
        _status[node] = status;
    }

    private void Release(int node)
    {
        _released[node] = true;
        foreach (var dependant in Workflow.Graph.Edges.Successors(node))
        {
            if (_phase[dependant] == NodePhase.Idle && --_remaining[dependant] == 0)
            {
                MakeDecidable(dependant);
            }
        }
    }

    private void BlockDependants(int node, int cause)
    {
        foreach (var dependant in Workflow.Graph.Edges.Successors(node))
        {
            if (_phase[dependant] == NodePhase.Idle)
            {
                _blockedBy[dependant] = cause;
                MakeDecidable(dependant);
            }
        }
    }

    private void MakeDecidable(int node)
    {
        if (!_held[node])
        {
            MoveTo(node, NodePhase.Decidable);
        }
    }

    // Until nothing of the loop runs any more, nothing of it is started: it would work on what is about to change.
    private void AwaitIteration(int source)
    {
        _loopsToIterate.Add(source);
        foreach (var member in Workflow.Graph.Loops[source].Members)
        {
            _held[member] = true;
            if (_phase[member] is NodePhase.Decidable or NodePhase.Ready)
            {
                MoveTo(member, NodePhase.Idle);
            }
        }
    }

    private void Iterate(int source)
    {
        var members = Workflow.Graph.Loops[source].Members;
        _loopsToIterate.RemoveAll(members.Contains);
        foreach (var member in members)
        {
            _held[member] = false;
        }

        Reset(members);
    }

    // Nodes that are run again make those wait that have not begun and need them, and free those that they had blocked.
    private void Reset(IEnumerable<int> nodes)
    {
        var again = new HashSet<int>(nodes);
        var open = new Queue<int>(again);
        while (open.TryDequeue(out var node))
        {
            foreach (var dependant in Workflow.Graph.Edges.Successors(node))
            {
                var hasBegun = _phase[dependant] is NodePhase.Running || (_phase[dependant] is NodePhase.Ended && _status[dependant] != NodeStatus.Blocked);
                if (!hasBegun && again.Add(dependant))
                {
                    open.Enqueue(dependant);
                }
            }
        }

        foreach (var node in again)
        {
            MoveTo(node, NodePhase.Idle);
            _status[node] = NodeStatus.Pending;
            _released[node] = false;
            _blockedBy[node] = -1;
            _failures[node] = null;
        }

        foreach (var node in again.Order())
        {
            Recount(node);
        }
    }

    private void Recount(int node)
    {
        var remaining = 0;
        foreach (var dependency in Workflow.Graph.Edges.Predecessors(node))
        {
            if (_released[dependency])
            {
                continue;
            }

            remaining++;
            if (_phase[dependency] == NodePhase.Ended && _status[dependency] != NodeStatus.Completed)
            {
                _blockedBy[node] = _blockedBy[dependency] >= 0 ? _blockedBy[dependency] : dependency;
            }
        }

        _remaining[node] = remaining;
        if (remaining == 0 || _blockedBy[node] >= 0)
        {
            MakeDecidable(node);
        }
    }
}
