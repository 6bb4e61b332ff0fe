using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Core.Reports.Projection;

/// <summary>One node, as far as the journal has told of it.</summary>
/// <param name="index">Its index in the workflow; -1 for one that the workflow does not have.</param>
/// <param name="id">Its id.</param>
/// <param name="definition">Its definition; null for one that the workflow does not have.</param>
internal sealed class NodeFold(int index, string id, Node? definition)
{
    private readonly List<ExecutionFold> _executions = [];

    public int Index => index;

    public string Id => id;

    public Node? Definition => definition;

    public NodeStatus Status { get; set; } = NodeStatus.Pending;

    public StopReason? StopReason { get; set; }

    public string? Reason { get; set; }

    public NodeFailure? Failure { get; set; }

    public string? BlockedBy { get; set; }

    public string? Fingerprint { get; set; }

    public IReadOnlyList<ReportOutput> Outputs { get; set; } = [];

    /// <summary>The last of its calls that was refused.</summary>
    public Refusal? Refusal { get; set; }

    public ExecutionFold? LastEnded { get; set; }

    public IReadOnlyList<ExecutionFold> Executions => _executions;

    public IEnumerable<CallFold> Calls => _executions.SelectMany(execution => execution.Attempts).SelectMany(attempt => attempt.Calls);

    public ExecutionFold? Open => _executions is [.., { Ended: null } last] ? last : null;

    /// <summary>The open execution of an iteration; a new one when there is none.</summary>
    public ExecutionFold OpenFor(int iteration)
    {
        if (Open is { } open && open.Iteration == iteration)
        {
            return open;
        }

        var added = new ExecutionFold(this, _executions.Count + 1, iteration);
        _executions.Add(added);
        return added;
    }

    /// <summary>Takes back the last execution, which was ready and nothing more.</summary>
    public void ForgetOpen() => _executions.RemoveAt(_executions.Count - 1);

    /// <summary>It is to run again: nothing of the last end holds any more but the artifacts it gave.</summary>
    public void MakePending()
    {
        Status = NodeStatus.Pending;
        StopReason = null;
        Reason = null;
        Failure = null;
        BlockedBy = null;
    }
}
