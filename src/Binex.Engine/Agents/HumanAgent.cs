using System.Text.Json;
using Binex.Core.Json;
using Binex.Core.Requests;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Humans;
using Binex.Engine.Nodes;

namespace Binex.Engine.Agents;

/// <summary>
/// The <c>human://</c> agents: <c>input</c> asks for a text, <c>output</c> shows what came in, all others ask for approval.
/// </summary>
internal sealed class HumanAgent(IHumans humans, Keeper keeper) : IAgent
{
    public async Task<AgentResult> ExecuteAsync(AgentContext context, CancellationToken cancellationToken)
    {
        var shown = context.Message;
        if (context.Node.Agent.Target == "output")
        {
            return AgentResult.Answered(context.Resolved.Unreferenced is [var only] && context.Resolved.Inputs.Count == 0
                ? UpstreamValue.Of(only)
                : JsonValues.From(shown));
        }

        var isApproval = context.Node.Agent.Target != "input";
        var prompt = context.Resolved.SystemPrompt ?? (isApproval ? "Do you approve?" : "Please enter your input.");
        var node = context.Node.Id;
        var asked = await keeper.KeepTextAsync($"{prompt}\n\n{shown}", durable: false, cancellationToken).ConfigureAwait(false);
        context.Recorder.Record(new HumanAsked(node, context.Execution.Iteration, asked));
        var answer = await humans.AskAsync(new HumanQuestion(node, isApproval, prompt, shown), cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            return AgentResult.Failed(FailureKind.Human, isApproval
                ? $"node '{node}' needs an approval and nobody is there to give it; use --approve {node}, --reject {node} or --approve-all"
                : $"node '{node}' needs an input and nobody is there to give it; use --answer {node}=TEXT");
        }

        await context.Recorder.RecordAsync(new HumanAnswered(node, context.Execution.Iteration, answer.By)).ConfigureAwait(false);
        return AgentResult.Answered(isApproval ? Decision(answer) : JsonValues.From(answer.Text));
    }

    private static JsonElement Decision(HumanAnswer answer) => JsonValues.Object(
    [
        KeyValuePair.Create("decision", JsonValues.From(answer.Approved ? "approved" : "rejected")),
        KeyValuePair.Create("feedback", JsonValues.From(answer.Text)),
    ]);
}
