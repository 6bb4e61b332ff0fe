using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>How many calls a node makes at most.</summary>
/// <param name="Same">With the request that it begins with.</param>
/// <param name="Grown">With an earlier answer in the request: sent back by a loop, or after an answer that broke its schema.</param>
/// <param name="IsCut">Whether its cap on calls is what ends them.</param>
internal readonly record struct CallCount(long Same, long Grown, bool IsCut)
{
    /// <summary>The calls of a node; where its cap lets only some of them through, those that may be longest.</summary>
    public static CallCount Of(Node node, NodeExecutions executions, WorkflowBudget budget)
    {
        var cap = (long)budget.CallsOfNode(node);
        var attempts = Math.Max(1, node.Retry.MaxAttempts);
        var afresh = executions.Total - executions.SentBack;
        var repairs = MayBeRejected(node) ? (decimal)afresh * (attempts - 1) : 0;
        var grown = ((decimal)executions.SentBack * attempts) + repairs;
        var all = (decimal)executions.Total * attempts;
        var some = (long)Math.Min(grown, cap);
        return new CallCount((long)Math.Min(all - grown, cap - some), some, all > cap);
    }

    private static bool MayBeRejected(Node node) => node.Retry.Covers(FailureKind.Schema)
        && (AnswerSchema.Of(node) is not null || node.Outputs.Any(output => output.Path is not null || output.Type == OutputType.Json));
}
