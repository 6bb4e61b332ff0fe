using Binex.Core.Models;

namespace Binex.Engine.Tests.Harness;

/// <summary>Takes every request at a tenth of what <see cref="RoundPrices"/> bounds it by.</summary>
internal sealed class EstimatedBounds : ITokenBounds
{
    public decimal? InputShare => 0.1m;

    public long InputTokens(ChatRequest request) => RoundPrices.InputBound / 10;
}
