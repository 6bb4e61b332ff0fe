using System.Text.Json;
using System.Text.Json.Nodes;
using Anthropic;
using Anthropic.Core;
using Anthropic.Models.Messages;
using Binex.Core.Models;
using Microsoft.Extensions.AI;
using Ai = Microsoft.Extensions.AI;
using ChatRole = Binex.Core.Models.ChatRole;

namespace Binex.Models.Providers.Protocols;

/// <summary>Anthropic's messages, by its SDK. It knows no seed.</summary>
internal class AnthropicProtocol : ChatProtocol
{
    /// <inheritdoc/>
    protected override IChatClient Client(Destination destination, HttpClient http) => ClientOf(destination, http).AsIChatClient(destination.Model);

    /// <inheritdoc/>
    internal override ChatOptions Options(ChatRequest request, Destination destination)
    {
        var options = base.Options(request, destination);
        options.MaxOutputTokens = request.MaxOutputTokens;
        return options;
    }

    /// <inheritdoc/>
    internal override JsonObject Members(ChatRequest request, Destination destination)
    {
        var members = ExtraOf(request);

        // The SDK has dropped the words for sampling, which models before Claude Opus 4.7 take.
        if (request.Temperature is { } temperature)
        {
            members["temperature"] = temperature;
        }

        if (request.TopP is { } topP)
        {
            members["top_p"] = topP;
        }

        if (request.ReasoningEffort is { } effort)
        {
            AnthropicThinking.AddTo(members, effort, destination.Model, request.MaxOutputTokens);
        }

        return members;
    }

    /// <inheritdoc/>
    internal override List<Ai.ChatMessage> MessagesOf(ChatRequest request)
    {
        var messages = base.MessagesOf(request);
        if (request.CachePrompt && messages.Count > 0)
        {
            // What stays the same from call to call is the system message; where there is none, the whole prompt is all there is.
            var stable = messages.FindLast(message => message.Role == RoleOf(ChatRole.System)) ?? messages[^1];
            stable.Contents[^1].WithCacheControl(new CacheControlEphemeral());
        }

        return messages;
    }

    /// <inheritdoc/>
    internal override AnswerFold Fold() => new AnthropicFold();

    /// <summary>Asks Anthropic for its own count of a request's tokens, which is free.</summary>
    /// <param name="request">The request.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="http">What it is sent through.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<long> CountAsync(ChatRequest request, Destination destination, HttpClient http, CancellationToken cancellationToken)
    {
        using var client = ClientOf(destination, http);
        var none = new Dictionary<string, JsonElement>();
        var counted = await client.Messages.CountTokens(
            MessageCountTokensParams.FromRawUnchecked(none, none, AnthropicCount.BodyOf(request, destination)), cancellationToken).ConfigureAwait(false);
        return counted.InputTokens;
    }

    private static AnthropicClient ClientOf(Destination destination, HttpClient http) => new(new ClientOptions
    {
        HttpClient = http,
        BaseUrl = destination.Address.ToString().TrimEnd('/'),
        ApiKey = destination.Key,
        AuthToken = null,
        MaxRetries = 0,
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    });
}
