using System.Text.Json;
using Binex.Core.Attachments;
using Binex.Core.Models;
using Binex.Core.Workflows;

namespace Binex.Core.Requests;

/// <summary>Makes the request that an <c>llm://</c> node sends. The engine sends what comes out; the plan bounds it.</summary>
public static class NodeRequest
{
    /// <summary>The request of one attempt.</summary>
    /// <param name="node">The node.</param>
    /// <param name="resolved">The node with its references replaced.</param>
    /// <param name="message">What its model is told: <see cref="ResolvedNode.MessageFor"/>.</param>
    /// <param name="rejected">The answer that was not accepted in the attempt before; null when there was none.</param>
    public static ChatRequest Of(Node node, ResolvedNode resolved, string message, RejectedAnswer? rejected = null)
    {
        var settings = node.Model;
        var schema = AnswerSchema.Of(node);
        return new ChatRequest(node.Agent.Target, MessagesOf(resolved.SystemPrompt, new ChatMessage(ChatRole.User, message) { Attachments = FilesOf(node) }, schema, rejected), settings.MaxTokens ?? settings.FallbackMaxTokens)
        {
            NodeId = node.Id,
            ApiBase = resolved.ApiBase,
            ApiKey = resolved.ApiKey,
            Temperature = settings.Temperature,
            TopP = settings.TopP,
            Seed = settings.Seed,
            Stop = settings.Stop,
            ReasoningEffort = settings.ReasoningEffort,
            JsonMode = settings.JsonMode,
            OutputSchema = schema,
            NativeSchema = node.Repair,
            CachePrompt = settings.CachePrompt,
            Extra = settings.Extra,
        };
    }

    private static IReadOnlyList<Attachment> FilesOf(Node node) => node.Attachments.Count == 0
        ? []
        : [.. node.Attachments.Select(attached => attached.File).OfType<Attachment>().Where(file => file.Kind != AttachmentKind.Text)];

    private static List<ChatMessage> MessagesOf(string? system, ChatMessage message, JsonElement? schema, RejectedAnswer? rejected)
    {
        var messages = new List<ChatMessage>();
        if (schema is { } wanted)
        {
            var instruction = $"Answer with one JSON value and nothing else. It must satisfy this JSON Schema:\n{wanted.GetRawText()}";
            system = string.IsNullOrEmpty(system) ? instruction : $"{system}\n\n{instruction}";
        }

        if (!string.IsNullOrEmpty(system))
        {
            messages.Add(new ChatMessage(ChatRole.System, system));
        }

        messages.Add(message);
        if (rejected is not null)
        {
            messages.Add(new ChatMessage(ChatRole.Assistant, rejected.Text));
            messages.Add(new ChatMessage(
                ChatRole.User, $"That answer is not accepted:\n{rejected.Problems}\nAnswer again, in full, with these problems mended."));
        }

        return messages;
    }
}
