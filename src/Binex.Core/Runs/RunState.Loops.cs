namespace Binex.Core.Runs;

/// <content>The part of the state that takes the run back: loops, and what is run again in a new process.</content>
public sealed partial class RunState
{
    private readonly int[] _heldBy;
    private readonly List<PendingLoop> _pendingLoops = [];
    private readonly IndexSet _dueLoops;

    /// <summary>The first node, in document order, whose back edge is due and whose loop has nothing running; or -1.</summary>
    internal int LoopToIterate => _dueLoops.Min;

    // Until nothing of the loop runs any more, nothing of it is started: it would work on what is about to change.
    private void AwaitIteration(int source)
    {
        var pending = new PendingLoop(Workflow.Graph.Loops[source]);
        _pendingLoops.Add(pending);
        foreach (var member in pending.Loop.Members)
        {
            Work++;
            _heldBy[member]++;
            if (_phase[member] == NodePhase.Running)
            {
                pending.Running++;
            }
            else if (_phase[member] is NodePhase.Decidable or NodePhase.Ready)
            {
                MoveTo(member, NodePhase.Idle);
            }
        }

        if (pending.Running == 0)
        {
            _dueLoops.Add(source);
        }
    }

    private void NoteEndInLoops(int node)
    {
        foreach (var pending in _pendingLoops)
        {
            Work++;
            if (pending.Has(node) && --pending.Running == 0)
            {
                _dueLoops.Add(pending.Loop.Source);
            }
        }
    }

    // A back edge that is due from within the loop is void: its node is run again and asks again.
    private void Iterate(int source)
    {
        var again = new HashSet<int>(Workflow.Graph.Loops[source].Members);
        foreach (var taken in _pendingLoops.FindAll(pending => pending.Loop.Source == source || again.Contains(pending.Loop.Source)))
        {
            _pendingLoops.Remove(taken);
            _dueLoops.Remove(taken.Loop.Source);
            foreach (var member in taken.Loop.Members)
            {
                Work++;
                _heldBy[member]--;
                if (_phase[member] == NodePhase.Idle)
                {
                    again.Add(member);
                }
            }
        }

        Reset(again);
    }

    // What ran when the process ended runs again, as the same execution; what failed is given another chance.
    private void Resume()
    {
        Status = RunStatus.Running;
        Cancelling = null;
        Overshot = null;
        var again = new HashSet<int>();
        for (var i = 0; i < _status.Length; i++)
        {
            if (_status[i] is NodeStatus.Running or NodeStatus.Waiting or NodeStatus.Failed or NodeStatus.Cancelled or NodeStatus.Refused)
            {
                _iteration[i]--;
            }

            if (_status[i] is not (NodeStatus.Completed or NodeStatus.Skipped or NodeStatus.Reused))
            {
                again.Add(i);
            }
        }

        Reset(again);
    }

    // Nodes that are run again make those wait that have not begun and need them, and free those that their failure had blocked.
    private void Reset(HashSet<int> again)
    {
        var open = new Queue<int>(again);
        while (open.TryDequeue(out var node))
        {
            foreach (var dependant in Workflow.Graph.Edges.Successors(node))
            {
                Work++;
                var isFreed = _status[dependant] == NodeStatus.Blocked && again.Contains(_blockedBy[dependant]);
                if ((isFreed || _phase[dependant] is NodePhase.Idle or NodePhase.Decidable or NodePhase.Ready) && again.Add(dependant) && isFreed)
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

        foreach (var node in again)
        {
            Recount(node);
        }
    }
}
