using Binex.Core.Models;

namespace Binex.Models.Tokens;

/// <summary>
/// Estimates in the place of bounds (<c>token_bound: estimate</c>): the part of a sound bound that is texts is taken at a share of it,
/// its framing in full. Texts that are counted exactly stay as they are. A provider's count can pass an estimate.
/// </summary>
/// <param name="share">The share, from 0 to 1.</param>
public sealed class EstimatedTokenBounds(decimal share) : ITokenBounds
{
    private readonly TokenBounds _bounds = new();

    /// <inheritdoc/>
    public decimal? InputShare => share;

    /// <inheritdoc/>
    public long InputTokens(ChatRequest request)
    {
        var bound = _bounds.InputTokens(request);
        return TokenBounds.CountsExactly(request.Model, request.ApiBase)
            ? bound
            : SoundTokenBounds.PerRequest + (long)Math.Ceiling((bound - SoundTokenBounds.PerRequest) * share);
    }
}
