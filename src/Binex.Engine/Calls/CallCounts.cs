using Binex.Core.Models;
using Binex.Core.Workflows;

namespace Binex.Engine.Calls;

/// <summary>Asks providers for their own count of a request's tokens, where the workflow wants that.</summary>
internal sealed class CallCounts(ITokenCounter? counter, WorkflowBudget budget)
{
    /// <summary>A bound by the provider's own count; null where none is wanted or to be had.</summary>
    public async ValueTask<long?> CountAsync(ChatRequest request, CancellationToken cancellationToken) =>
        budget.CountTokens && counter is not null && await counter.CountAsync(request, cancellationToken).ConfigureAwait(false) is { } count
            ? Bound(count)
            : null;

    // Providers call their count an estimate that may be off by a little: so much stays on top of it.
    private static long Bound(long count) => count + Math.Max(16, count / 50);
}
