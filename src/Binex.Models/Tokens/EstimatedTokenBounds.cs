using Binex.Core.Attachments;
using Binex.Core.Models;
using Binex.Core.Prices;

namespace Binex.Models.Tokens;

/// <summary>
/// Estimates in the place of bounds (<c>token_bound: estimate</c>): the part of a sound bound that is texts is taken at a share of it,
/// its framing in full. Texts that are counted exactly stay as they are. A provider's count can pass an estimate.
/// </summary>
/// <param name="share">The share, from 0 to 1.</param>
/// <param name="prices">Says whose a model is, for the bounds of images and documents; null where nobody knows.</param>
public sealed class EstimatedTokenBounds(decimal share, IPriceBook? prices = null) : ITokenBounds
{
    private readonly TokenBounds _bounds = new(prices);
    private readonly AttachmentBounds _attachments = new(prices);

    /// <inheritdoc/>
    public decimal? InputShare => share;

    /// <inheritdoc/>
    public long InputTokens(ChatRequest request)
    {
        var attached = _attachments.Of(request);
        var bound = _bounds.InputTokens(request) - attached;
        var files = attached == 0 ? 0 : request.Messages.Sum(message => message.Attachments.Sum(file => AttachmentTokens(request.Model, request.ApiBase, file)));
        return files + (TokenBounds.CountsExactly(request.Model, request.ApiBase)
            ? bound
            : SoundTokenBounds.PerRequest + (long)Math.Ceiling((bound - SoundTokenBounds.PerRequest) * share));
    }

    /// <inheritdoc/>
    public long AttachmentTokens(string model, string? apiBase, Attachment file) => _attachments.Estimate(model, apiBase, file, share);
}
