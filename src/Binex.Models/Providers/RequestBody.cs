using System.Text;
using System.Text.Json;
using Binex.Core.Models;
using OpenAI.Chat;
using Ai = Microsoft.Extensions.AI;
using ChatRole = Binex.Core.Models.ChatRole;

namespace Binex.Models.Providers;

/// <summary>Turns a request into what the SDK sends.</summary>
internal static class RequestBody
{
    /// <summary>The messages.</summary>
    /// <param name="request">The request.</param>
    internal static List<Ai.ChatMessage> Messages(ChatRequest request) =>
    [
        .. request.Messages.Select(message => new Ai.ChatMessage(
            message.Role switch
            {
                ChatRole.System => Ai.ChatRole.System,
                ChatRole.Assistant => Ai.ChatRole.Assistant,
                _ => Ai.ChatRole.User,
            },
            message.Text)),
    ];

    /// <summary>Everything beside the messages.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where it goes.</param>
    internal static Ai.ChatOptions Options(ChatRequest request, Destination destination) => new()
    {
        Temperature = (float?)request.Temperature,
        TopP = (float?)request.TopP,
        StopSequences = request.Stop.Count == 0 ? null : [.. request.Stop],
        RawRepresentationFactory = _ => Native(request, destination),
    };

#pragma warning disable SCME0001 // The patch is the SDK's own way to send members it has no property for.
    private static ChatCompletionOptions Native(ChatRequest request, Destination destination)
    {
        var options = new ChatCompletionOptions();
        options.Patch.Set(destination.LimitsCompletion ? "$.max_completion_tokens"u8 : "$.max_tokens"u8, request.MaxOutputTokens);
        if (request.Seed is { } seed)
        {
            options.Patch.Set("$.seed"u8, seed);
        }

        if (request.ReasoningEffort is { } effort)
        {
            options.Patch.Set("$.reasoning_effort"u8, effort);
        }

        if (request is { OutputSchema: { } schema, NativeSchema: true } && destination.TakesSchema && IsObject(schema))
        {
            options.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString(schema.GetRawText()));
        }
        else if (request.JsonMode)
        {
            options.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat();
        }

        if (request.Extra is { } extra)
        {
            foreach (var member in extra.EnumerateObject())
            {
                options.Patch.Set(Encoding.UTF8.GetBytes($"$['{member.Name}']"), BinaryData.FromString(member.Value.GetRawText()));
            }
        }

        return options;
    }
#pragma warning restore SCME0001

    // Providers take a schema of an object only.
    private static bool IsObject(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String && type.ValueEquals("object");
}
