using System.Text.Json;
using Binex.Core.Models;
using Binex.Engine.Answers;
using Binex.Engine.Calls;

namespace Binex.Engine.Agents;

/// <summary>The <c>llm://</c> agent: one conversation with a model in each attempt.</summary>
internal sealed class ModelAgent(MeteredCalls calls) : IAgent
{
    public async Task<AgentResult> ExecuteAsync(AgentContext context, CancellationToken cancellationToken)
    {
        var result = await calls.CallAsync(context, RequestOf(context), cancellationToken).ConfigureAwait(false);
        if (result.Refusal is not null)
        {
            return AgentResult.Refused(result.Refusal);
        }

        return result.Failure is not null ? AgentResult.Failed(result.Failure) : AgentResult.Answered(result.Answer!.Text);
    }

    private static ChatRequest RequestOf(AgentContext context)
    {
        var settings = context.Node.Model;
        var schema = AnswerSchema.Of(context.Node);
        return new ChatRequest(context.Node.Agent.Target, MessagesOf(context, schema), settings.MaxTokens ?? settings.FallbackMaxTokens)
        {
            NodeId = context.Node.Id,
            Iteration = context.Execution.Iteration,
            ApiBase = context.Resolved.ApiBase,
            ApiKey = context.Resolved.ApiKey,
            Temperature = settings.Temperature,
            TopP = settings.TopP,
            Seed = settings.Seed,
            Stop = settings.Stop,
            ReasoningEffort = settings.ReasoningEffort,
            JsonMode = settings.JsonMode,
            OutputSchema = schema,
            Extra = settings.Extra,
        };
    }

    private static List<ChatMessage> MessagesOf(AgentContext context, JsonElement? schema)
    {
        var messages = new List<ChatMessage>();
        var system = context.Resolved.SystemPrompt;
        if (schema is { } wanted)
        {
            var instruction = $"Answer with one JSON value and nothing else. It must satisfy this JSON Schema:\n{wanted.GetRawText()}";
            system = string.IsNullOrEmpty(system) ? instruction : $"{system}\n\n{instruction}";
        }

        if (!string.IsNullOrEmpty(system))
        {
            messages.Add(new ChatMessage(ChatRole.System, system));
        }

        messages.Add(new ChatMessage(ChatRole.User, context.Message));
        if (context.Rejected is { } rejected)
        {
            messages.Add(new ChatMessage(ChatRole.Assistant, rejected.Text));
            messages.Add(new ChatMessage(
                ChatRole.User, $"That answer is not accepted:\n{rejected.Problems}\nAnswer again, in full, with these problems mended."));
        }

        return messages;
    }
}
