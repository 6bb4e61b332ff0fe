namespace Binex.Core.Reports.Projection;

/// <summary>Finds the chain of executions that made the run as long as it was.</summary>
internal static class CriticalPath
{
    /// <summary>
    /// Walks back from the execution that ended last, each time to the one whose end released it, and marks the chain.
    /// </summary>
    /// <returns>Ids of its nodes, from first to last; what never ran is walked through and left out.</returns>
    public static IReadOnlyList<string> Mark(IReadOnlyList<NodeFold> nodes, TimeSpan now)
    {
        ExecutionFold? last = null;
        foreach (var execution in nodes.SelectMany(node => node.Executions))
        {
            if (execution.Started is not null && (last is null || IsLater(execution, last, now)))
            {
                last = execution;
            }
        }

        var path = new List<string>();
        for (var execution = last; execution is not null; execution = execution.ReleasedBy)
        {
            if (execution.Started is not null)
            {
                execution.IsCritical = true;
                path.Add(execution.Node.Id);
            }
        }

        path.Reverse();
        return path;
    }

    private static bool IsLater(ExecutionFold left, ExecutionFold right, TimeSpan now)
    {
        var (leftEnd, rightEnd) = (left.Ended ?? now, right.Ended ?? now);
        return leftEnd != rightEnd ? leftEnd > rightEnd : left.EndOrder > right.EndOrder;
    }
}
