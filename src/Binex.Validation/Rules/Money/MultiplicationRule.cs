using Binex.Core.Diagnostics;
using Binex.Core.Plans;
using Binex.Core.Prices;
using Binex.Core.Workflows;
using Binex.Validation.Building;
using Binex.Validation.Documents;

namespace Binex.Validation.Rules.Money;

/// <summary>
/// Loops and attempts do not multiply what a node costs more than tenfold. Attempts count only where they are written, and a node
/// with a budget of its own is bounded already.
/// </summary>
/// <param name="prices">The price book.</param>
internal sealed class MultiplicationRule(IPriceBook prices) : IRule
{
    private const int MostTimes = 10;

    /// <inheritdoc/>
    public void Check(WorkflowDraft draft, FindingList findings)
    {
        if (!draft.HasCountableLoops)
        {
            return;
        }

        if (draft.Defaults.RetryPolicy is null && draft.Nodes.All(node => node.Node.BackEdge is null && node.Map?["retry_policy"] is null))
        {
            return;
        }

        var workflow = draft.ToWorkflow();
        var executions = Executions.AtMost(workflow);
        foreach (var loop in workflow.Graph.Loops.Values)
        {
            var iterations = workflow.Nodes[loop.Source].BackEdge!.MaxIterations;
            if (iterations > MostTimes && loop.Members.Any(member => Costs(workflow.Nodes[member])))
            {
                var backEdge = draft.Nodes[loop.Source].Map!.Entry("back_edge")!;
                findings.Add(
                    DiagnosticCatalog.CostMultiplied,
                    ((backEdge.Value as MappingNode)?["max_iterations"] ?? backEdge.Key).Location,
                    $"up to {iterations:N0} iterations multiply what the nodes of this loop cost",
                    "lower 'max_iterations', or give the nodes that cost money a budget of their own");
            }
        }

        for (var i = 0; i < draft.Nodes.Count; i++)
        {
            CheckAttempts(draft, draft.Nodes[i], executions[i], findings);
        }
    }

    private void CheckAttempts(WorkflowDraft draft, NodeDraft node, long executions, FindingList findings)
    {
        var policy = node.Map.Map("retry_policy") ?? draft.Defaults.RetryPolicy;
        var attempts = node.Node.Retry.MaxAttempts;
        if ((policy?["max_attempts"] ?? policy?["max_retries"]) is { } written && attempts > 1 && executions <= MostTimes
            && executions * attempts > MostTimes && Costs(node.Node))
        {
            findings.Add(
                DiagnosticCatalog.CostMultiplied,
                written.Location,
                executions == 1
                    ? $"up to {attempts:N0} attempts multiply what a call costs"
                    : $"up to {attempts:N0} attempts in each of {executions} iterations multiply what a call costs",
                "allow fewer attempts, or give the node a budget of its own");
        }
    }

    private bool Costs(Node node) => node.Agent.IsModel && node.Budget?.MaxCost is null && prices.Find(node.Agent.Target) is { IsFree: false };
}
