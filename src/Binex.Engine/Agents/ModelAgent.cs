using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Engine.Calls;

namespace Binex.Engine.Agents;

/// <summary>The <c>llm://</c> agent: one conversation with a model in each attempt.</summary>
internal sealed class ModelAgent(ICalls calls, Func<string, LiveAnswer>? live) : IAgent
{
    private const string ContentFilter = "content_filter";

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

        if (result.Failure is not null)
        {
            return AgentResult.Failed(result.Failure);
        }

        // It is paid, but no answer: nodes after this one would build on what is not there.
        var answer = result.Answer!;
        return answer.FinishReason == ContentFilter
            ? AgentResult.Failed(new NodeFailure(FailureKind.ContentFilter, $"'{request.Model}' will not answer this: its content filter holds it back")
            {
                Detail = answer.Text.Length > 0 ? answer.Text : null,
            })
            : AgentResult.Answered(answer.Text);
    }
}
