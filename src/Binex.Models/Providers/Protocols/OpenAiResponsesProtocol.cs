using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json.Nodes;
using Binex.Core.Models;
using Microsoft.Extensions.AI;
using OpenAI.Responses;

namespace Binex.Models.Providers.Protocols;

#pragma warning disable OPENAI001 // The SDK calls its client for responses an evaluation still; what goes over the wire is stable.

/// <summary>OpenAI's responses, by its SDK. It knows no seed and no texts to stop at.</summary>
internal sealed class OpenAiResponsesProtocol : ChatProtocol
{
    /// <inheritdoc/>
    protected override IChatClient Client(Destination destination, HttpClient http)
    {
        var options = new ResponsesClientOptions
        {
            Endpoint = destination.Address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        return new ResponsesClient(new ApiKeyCredential(destination.Key ?? "none"), options).AsIChatClient(destination.Model);
    }

    /// <inheritdoc/>
    internal override JsonObject Members(ChatRequest request, Destination destination)
    {
        var members = ExtraOf(request);
        members["max_output_tokens"] = request.MaxOutputTokens;

        // Nothing of a run stays with the provider unless the workflow asks for it.
        members.TryAdd("store", false);
        if (request.ReasoningEffort is { } effort)
        {
            members["reasoning"] = new JsonObject { ["effort"] = effort };
        }

        if (StrictFormatOf(request, destination) is { } format)
        {
            format["type"] = "json_schema";
            members["text"] = members["text"] is JsonObject text ? text : new JsonObject();
            members["text"]!["format"] = format;
        }

        return members;
    }

    /// <inheritdoc/>
    internal override AnswerFold Fold() => new OpenAiResponsesFold();
}
