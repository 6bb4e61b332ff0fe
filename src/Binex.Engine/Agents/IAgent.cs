namespace Binex.Engine.Agents;

/// <summary>Does a node's work, once.</summary>
internal interface IAgent
{
    /// <summary>Does it.</summary>
    /// <param name="context">What the node is asked, and what it may use.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<AgentResult> ExecuteAsync(AgentContext context, CancellationToken cancellationToken);
}
