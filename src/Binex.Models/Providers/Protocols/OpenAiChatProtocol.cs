using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using Binex.Core.Models;
using Microsoft.Extensions.AI;
using OpenAI;
using ChatClient = OpenAI.Chat.ChatClient;

namespace Binex.Models.Providers.Protocols;

/// <summary>OpenAI's chat completions, by its SDK; what most providers speak, Azure among them.</summary>
internal sealed class OpenAiChatProtocol : ChatProtocol
{
    /// <inheritdoc/>
    protected override IChatClient Client(Destination destination, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = destination.Address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };

        // The SDK wants a key in any case; an endpoint that needs none takes no notice.
        return new ChatClient(destination.Model, new ApiKeyCredential(destination.Key ?? "none"), options).AsIChatClient();
    }

    /// <inheritdoc/>
    internal override JsonObject Members(ChatRequest request, Destination destination)
    {
        var members = ExtraOf(request);
        members[destination.LimitsCompletion ? "max_completion_tokens" : "max_tokens"] = request.MaxOutputTokens;
        if (request.Seed is { } seed)
        {
            members["seed"] = seed;
        }

        if (request.ReasoningEffort is { } effort)
        {
            members["reasoning_effort"] = effort;
        }

        if (StrictFormatOf(request, destination) is { } schema)
        {
            members["response_format"] = new JsonObject { ["type"] = "json_schema", ["json_schema"] = schema };
        }

        return members;
    }

    /// <inheritdoc/>
    internal override AnswerFold Fold() => new OpenAiChatFold();
}
