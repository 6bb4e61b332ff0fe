namespace Binex.Core.Models;

/// <summary>Asks providers how many tokens a request has, which costs nothing. Safe to call from any thread.</summary>
public interface ITokenCounter
{
    /// <summary>The provider's own count.</summary>
    /// <param name="request">The request, as it would be sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The tokens of the request; null where its provider does not count, or did not answer.</returns>
    Task<long?> CountAsync(ChatRequest request, CancellationToken cancellationToken);
}
