using Binex.Core.Requests;
using Binex.Engine.Calls;

namespace Binex.Engine.Agents;

/// <summary>The <c>llm://</c> agent: one conversation with a model in each attempt.</summary>
internal sealed class ModelAgent(MeteredCalls calls, Func<string, LiveAnswer>? live) : IAgent
{
    public async Task<AgentResult> ExecuteAsync(AgentContext context, CancellationToken cancellationToken)
    {
        var request = NodeRequest.Of(context.Node, context.Resolved, context.Message, context.Rejected) with
        {
            Iteration = context.Execution.Iteration,
            OnText = live is null ? null : live(context.Node.Id).Add,
        };
        var result = await calls.CallAsync(context, request, cancellationToken).ConfigureAwait(false);
        if (result.Refusal is not null)
        {
            return AgentResult.Refused(result.Refusal);
        }

        return result.Failure is not null ? AgentResult.Failed(result.Failure) : AgentResult.Answered(result.Answer!.Text);
    }
}
