namespace Binex.Core.Plans;

/// <summary>
/// Says what the nodes of one kind of agent can take over a whole run. Whoever adds an agent that can cost something adds its bound
/// to <see cref="AgentBounds"/>; one that is not there is unknown, and unknown is never taken for nothing.
/// </summary>
internal interface IAgentBound
{
    /// <summary>What a node can take.</summary>
    /// <param name="index">The node's index.</param>
    /// <param name="executions">How often it runs at most.</param>
    NodePlan Of(int index, NodeExecutions executions);
}
