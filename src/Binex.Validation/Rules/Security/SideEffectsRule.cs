using Binex.Core.Diagnostics;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Security;

/// <summary>What changes the world happens once: neither a written retry nor a loop repeats it.</summary>
internal sealed class SideEffectsRule : IRule
{
    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (!draft.Nodes.Any(node => node.Node.SideEffects))
        {
            return;
        }

        foreach (var node in draft.Nodes)
        {
            CheckAttempts(draft, node, findings);
        }

        foreach (var loop in draft.ToWorkflow().Graph.Loops.Values)
        {
            if (draft.Nodes[loop.Source].Node.BackEdge!.MaxIterations == 1)
            {
                continue;
            }

            foreach (var member in loop.Members)
            {
                if (draft.Nodes[member].Node.SideEffects)
                {
                    Report(draft.Nodes[member], "each iteration of a loop runs it again", draft.Nodes[loop.Source].Map!.Entry("back_edge")!, findings);
                }
            }
        }
    }

    private static void CheckAttempts(WorkflowDraft draft, NodeDraft node, FindingList findings)
    {
        var policy = node.Map.Map("retry_policy") ?? draft.Defaults.RetryPolicy;
        if (node.Node is { SideEffects: true, Retry.MaxAttempts: > 1 } && (policy?.Entry("max_attempts") ?? policy?.Entry("max_retries")) is { } attempts)
        {
            Report(node, $"an attempt that failed may have happened, and up to {node.Node.Retry.MaxAttempts} are made", attempts, findings);
        }
    }

    private static void Report(NodeDraft node, string why, MappingEntry cause, FindingList findings) => findings.Add(
        DiagnosticCatalog.RepeatedSideEffects,
        node.Map!.Entry("side_effects")!.Key.Location,
        $"the side effects of '{node.Id}' can happen more than once: {why}",
        "make it so that repeating does no harm, or let it run once, after the loop or without retries",
        [new RelatedPlace("this repeats it", cause.Key.Location)]);
}
