using Binex.Core.Models;

namespace Binex.Core.Tests.Plans;

/// <summary>A hundred tokens at the provider's own address, and five thousand where any model may be.</summary>
internal sealed class AddressBounds : ITokenBounds
{
    public long InputTokens(ChatRequest request) => request.ApiBase is null ? 100 : 5_000;
}
