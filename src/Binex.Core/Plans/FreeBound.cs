using Binex.Core.Workflows;

namespace Binex.Core.Plans;

/// <summary>Agents that never cost anything: local ones and people.</summary>
internal sealed class FreeBound(Workflow workflow) : IAgentBound
{
    public NodePlan Of(int index, NodeExecutions executions) =>
        new(workflow.Nodes[index].Id, workflow.Nodes[index].Agent.ToString(), PlanBounds.Zero);
}
