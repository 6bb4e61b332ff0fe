using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Core.Reports.Projection;

/// <content>How executions, processes and the run end, and what begins again.</content>
internal sealed partial class RunFold
{
    /// <summary>The journal is over, and so is the process that wrote it: nothing runs any more.</summary>
    public void Close()
    {
        foreach (var node in _nodes)
        {
            if (node.Open is { Started: not null } open)
            {
                CutShort(node, open);
                node.Status = NodeStatus.Cancelled;
                node.StopReason = StopReason.HostShutdown;
                node.Reason = open.Reason;
            }
            else if (Completed is not null && node.Status == NodeStatus.Pending)
            {
                node.Status = NodeStatus.Cancelled;
                node.StopReason = Cancelling?.Reason ?? (Completed.Status == RunStatus.OverBudget ? StopReason.BudgetRefused : StopReason.Cancelled);
                node.Reason = $"the run ended before it began: {Cancelling?.Message ?? "nothing was started any more"}";
            }
        }
    }

    private void Complete(NodeFold node, NodeCompleted completed)
    {
        var execution = node.OpenFor(completed.Iteration);
        execution.Iterated = completed.Iterate;
        execution.Outputs = node.Outputs = OutputOrder.Of(completed.Outputs, node.Definition?.Outputs.Select(output => output.Name));
        node.Fingerprint = completed.Fingerprint;
        End(node, execution, NodeStatus.Completed, null, null);
    }

    private void End(NodeFold node, ExecutionFold execution, NodeStatus status, StopReason? stopReason, string? reason)
    {
        execution.StopReason = stopReason;
        execution.Reason = reason;
        execution.End(status, _ends++, Clock.Elapsed);
        node.LastEnded = execution;
        node.Status = status;
        node.StopReason = stopReason;
        node.Reason = reason;
    }

    private void CutShort(NodeFold node, ExecutionFold execution) =>
        End(node, execution, NodeStatus.Cancelled, StopReason.HostShutdown, "the process that ran it ended before it did");

    private void Repeat(NodeFold node, LoopIterated iterated)
    {
        if (_workflow.Graph.Loops.TryGetValue(node.Index, out var loop))
        {
            foreach (var member in loop.Members)
            {
                _nodes[member].MakePending();
            }
        }
        else
        {
            node.MakePending();
            NodeOf(iterated.Target).MakePending();
        }
    }

    private void Resume(RunResumed resumed, DateTimeOffset at)
    {
        foreach (var (call, _) in _openCalls.Values)
        {
            call.ChargeHold(Clock.Elapsed);
        }

        _openCalls.Clear();
        foreach (var node in _nodes)
        {
            if (node.Open is { } open)
            {
                if (open.IsTold)
                {
                    CutShort(node, open);
                }
                else
                {
                    node.ForgetOpen();
                }
            }

            if (node.Status is not (NodeStatus.Completed or NodeStatus.Skipped or NodeStatus.Reused))
            {
                node.MakePending();
            }
        }

        Clock.ResumeAt(at);
        Resumes++;
        MaxCost = resumed.MaxCost;
        Completed = null;
        Cancelling = null;
        Notes.Resume(resumed, at, Clock.Pauses);
    }
}
