using Anthropic.Bedrock;
using Microsoft.Extensions.AI;

namespace Binex.Models.Providers.Protocols;

/// <summary>
/// Anthropic's messages on Amazon Bedrock, by Anthropic's SDK for it. Beneath the exchange it moves the model into the path, signs,
/// and makes the events of AWS those of Anthropic.
/// </summary>
internal sealed class BedrockProtocol : AnthropicProtocol
{
    /// <inheritdoc/>
    internal override IChatClient Client(Destination destination, ProviderExchange exchange, HttpMessageHandler sockets) =>
        new AnthropicBedrockClient(new BedrockCredentials(destination))
        {
            HttpClient = exchange.Beneath(sockets),
            Handlers = [exchange],
            BaseUrl = destination.Address.GetLeftPart(UriPartial.Authority),
            MaxRetries = 0,
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        }.AsIChatClient(destination.Model);
}
