using Binex.Core.Attachments;

namespace Binex.Core.Models;

/// <summary>Bounds the tokens of requests before they are sent.</summary>
public interface ITokenBounds
{
    /// <summary>A number of input tokens that the provider's count of a request never passes.</summary>
    /// <param name="request">The request, as it would be sent.</param>
    long InputTokens(ChatRequest request);

    /// <summary>
    /// The share of sound bounds at which requests are taken, from 0 to 1, when these are estimates that a provider's count may pass;
    /// null when they are sound.
    /// </summary>
    decimal? InputShare => null;

    /// <summary>A number of input tokens that the provider's count of one attached image or document never passes; part of <see cref="InputTokens"/>.</summary>
    /// <param name="model">Name as in <c>llm://name</c>.</param>
    /// <param name="apiBase">Address where it is asked; null for its provider's own.</param>
    /// <param name="file">The file.</param>
    long AttachmentTokens(string model, string? apiBase, Attachment file) => 0;
}
