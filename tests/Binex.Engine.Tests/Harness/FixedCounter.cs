using Binex.Core.Models;

namespace Binex.Engine.Tests.Harness;

/// <summary>Counts the same number of tokens in every request.</summary>
internal sealed class FixedCounter(long? count) : ITokenCounter
{
    public Task<long?> CountAsync(ChatRequest request, CancellationToken cancellationToken) => Task.FromResult(count);
}
