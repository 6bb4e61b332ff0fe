using Anthropic.Vertex;
using Microsoft.Extensions.AI;

namespace Binex.Models.Providers.Protocols;

/// <summary>Anthropic's messages on Vertex AI, by Anthropic's SDK for it. Beneath the exchange it moves the model into the path.</summary>
internal sealed class VertexProtocol : AnthropicProtocol
{
    /// <inheritdoc/>
    internal override IChatClient Client(Destination destination, ProviderExchange exchange, HttpMessageHandler sockets) =>
        new AnthropicVertexClient(new VertexCredentials(destination, VertexPlace.Of(destination.Address)!))
        {
            HttpClient = exchange.Beneath(sockets),
            Handlers = [exchange],
            BaseUrl = destination.Address.GetLeftPart(UriPartial.Authority),
            MaxRetries = 0,
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        }.AsIChatClient(destination.Model);
}
