namespace Binex.Core.Runs;

/// <summary>How a run ended and the exit code that says so.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ExitCode">The exit code.</param>
public readonly record struct RunVerdict(RunStatus Status, int ExitCode)
{
    /// <summary>The verdict over a run of which nothing is left to do.</summary>
    /// <param name="state">Its state.</param>
    /// <exception cref="InvalidOperationException">Something is left to do: a node has not ended, though nothing was cancelled.</exception>
    public static RunVerdict Of(RunState state)
    {
        if (state.Overshot is not null)
        {
            return new RunVerdict(RunStatus.OverBudget, ExitCodes.Overshot);
        }

        if (state.Cancelling is { Reason: StopReason.Cancelled or StopReason.HostShutdown })
        {
            return new RunVerdict(RunStatus.Cancelled, ExitCodes.Cancelled);
        }

        if (state.Cancelling is { Reason: StopReason.DeadlineExceeded or StopReason.BudgetRefused })
        {
            return new RunVerdict(RunStatus.OverBudget, ExitCodes.OverBudget);
        }

        var refused = false;
        var failed = false;
        var onlyUnreachable = true;
        for (var i = 0; i < state.Workflow.Nodes.Count; i++)
        {
            if (!state.IsCancelling && state.StatusOf(i) is (NodeStatus.Pending or NodeStatus.Running or NodeStatus.Waiting))
            {
                throw new InvalidOperationException($"node '{state.Workflow.Nodes[i].Id}' has not ended, and nothing runs");
            }

            refused |= state.StatusOf(i) == NodeStatus.Refused;
            if (state.StatusOf(i) == NodeStatus.Failed && !state.Workflow.Nodes[i].ContinueOnError)
            {
                failed = true;
                onlyUnreachable &= state.FailureOf(i) is { Kind: FailureKind.Network or FailureKind.Server or FailureKind.RateLimit };
            }
        }

        if (refused)
        {
            return new RunVerdict(RunStatus.OverBudget, ExitCodes.OverBudget);
        }

        return failed
            ? new RunVerdict(RunStatus.Failed, onlyUnreachable ? ExitCodes.Unreachable : ExitCodes.RunFailed)
            : new RunVerdict(RunStatus.Completed, state.HasOvershot ? ExitCodes.Overshot : ExitCodes.Success);
    }
}
