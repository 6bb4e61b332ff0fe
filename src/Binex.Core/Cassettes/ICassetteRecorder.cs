using System.Text.Json;

namespace Binex.Core.Cassettes;

/// <summary>Keeps answers on a cassette. Safe to call from any thread.</summary>
public interface ICassetteRecorder
{
    /// <summary>Keeps an exchange.</summary>
    /// <param name="node">The node that asked.</param>
    /// <param name="request">All that was asked, as an object, without keys, addresses and secrets.</param>
    /// <param name="recorded">What was answered, without secrets.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    Task KeepAsync(string node, JsonElement request, RecordedAnswer recorded, CancellationToken cancellationToken);
}
