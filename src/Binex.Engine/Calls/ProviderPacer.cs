using System.Collections.Concurrent;

namespace Binex.Engine.Calls;

/// <summary>
/// Keeps calls away from a provider that has asked to be left alone, those of all nodes alike. Safe to call from any thread.
/// </summary>
internal sealed class ProviderPacer(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _quietUntil = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The provider asks for quiet.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="wait">For how long from now; at most <see cref="RetryBudget.LongestWait"/> is granted.</param>
    public void Quiet(string provider, TimeSpan wait)
    {
        var until = timeProvider.GetUtcNow() + (wait < RetryBudget.LongestWait ? wait : RetryBudget.LongestWait);
        _quietUntil.AddOrUpdate(provider, until, (_, current) => until > current ? until : current);
    }

    /// <summary>Waits until the provider may be called.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async ValueTask WaitAsync(string provider, CancellationToken cancellationToken)
    {
        while (_quietUntil.TryGetValue(provider, out var until) && until - timeProvider.GetUtcNow() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
