namespace Binex.Core.Models;

/// <summary>
/// Sends one request to a model, once. No implementation retries, and none is reached but through the ledger.
/// Safe to call from any thread.
/// </summary>
public interface IChatModel
{
    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up. Cancelled before it is sent, it throws; cancelled after, the call's cost is unknown and it throws as well.</param>
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; the caller must take the call as sent.</exception>
    Task<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken);
}
