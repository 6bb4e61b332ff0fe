namespace Binex.Core.Models;

/// <summary>Bounds the tokens of requests before they are sent.</summary>
public interface ITokenBounds
{
    /// <summary>A number of input tokens that the provider's count of a request never passes.</summary>
    /// <param name="request">The request, as it would be sent.</param>
    long InputTokens(ChatRequest request);
}
