using System.Net.Http.Headers;
using Anthropic.Vertex;

namespace Binex.Models.Providers.Protocols;

/// <summary>Makes requests to Vertex AI known, by an access token.</summary>
/// <param name="destination">Where they go.</param>
/// <param name="place">Which project and location that is.</param>
internal sealed class VertexCredentials(Destination destination, VertexPlace place) : IAnthropicVertexCredentials
{
    /// <inheritdoc/>
    public string Region => place.Location;

    /// <inheritdoc/>
    public string Project => place.Project;

    /// <inheritdoc/>
    public ValueTask ApplyAsync(HttpRequestMessage requestMessage)
    {
        requestMessage.Headers.Authorization = destination.Key is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
        return ValueTask.CompletedTask;
    }
}
