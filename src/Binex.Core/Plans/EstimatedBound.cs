using Binex.Core.Costs;
using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>Agents outside of Binex: they cost what their author says, and nobody knows what when he says nothing.</summary>
internal sealed class EstimatedBound(Workflow workflow) : IAgentBound
{
    public NodePlan Of(int index, NodeExecutions executions)
    {
        var node = workflow.Nodes[index];
        if (node.CostEstimate is not { } estimate)
        {
            return new NodePlan(node.Id, node.Agent.ToString(), new PlanBounds(Money.Zero) { Basis = "unknown" })
            {
                Notes = [$"What {node.Agent.Scheme}:// costs is not known to Binex: write what one attempt costs at most into cost.estimate (0 if it is nothing)."],
            };
        }

        var attempts = (decimal)executions.Total * Math.Max(1, node.Retry.MaxAttempts);
        return new NodePlan(node.Id, node.Agent.ToString(), new PlanBounds(Money.Zero, estimate, estimate * attempts) { Basis = "its author's estimate" })
        {
            Notes = ["Its cost is what its author says (cost.estimate); no ledger holds it to that."],
        };
    }
}
