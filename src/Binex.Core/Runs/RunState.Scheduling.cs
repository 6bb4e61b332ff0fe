namespace Binex.Core.Runs;

/// <content>The part of the state that the scheduler asks: who waits for whom, and where there is room.</content>
public sealed partial class RunState
{
    private readonly int[] _remaining;
    private readonly int[] _blockedBy;
    private readonly bool[] _released;
    private readonly IndexSet[] _ready;
    private readonly int[] _running;
    private int _runningInTotal;

    /// <summary>How many nodes run.</summary>
    public int RunningCount { get; private set; }

    internal IndexSet Decidable { get; }

    /// <summary>How many nodes and edges events have made this look at: what the promise of linear time is held against.</summary>
    internal long Work { get; private set; }

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
                NoteEndInLoops(node);
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
            Work++;
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
            Work++;
            if (_phase[dependant] == NodePhase.Idle)
            {
                _blockedBy[dependant] = cause;
                MakeDecidable(dependant);
            }
        }
    }

    private void MakeDecidable(int node)
    {
        if (_heldBy[node] == 0)
        {
            MoveTo(node, NodePhase.Decidable);
        }
    }

    private void Recount(int node)
    {
        var remaining = 0;
        Work++;
        foreach (var dependency in Workflow.Graph.Edges.Predecessors(node))
        {
            Work++;
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
