using System.Collections.Concurrent;
using Binex.Core.Configuration;

namespace Binex.Engine.Calls;

/// <summary>
/// Keeps calls away from a provider that has asked to be left alone, and within the rates that the project says it allows; those of
/// all nodes alike. Safe to call from any thread.
/// </summary>
internal sealed class ProviderPacer(TimeProvider timeProvider, IReadOnlyDictionary<string, RateLimits> rates)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _quietUntil = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RateWindow> _windows = rates
        .Where(rate => rate.Value is { Requests: not null } or { Tokens: not null })
        .ToDictionary(rate => rate.Key, rate => new RateWindow(rate.Value, timeProvider), StringComparer.OrdinalIgnoreCase);

    /// <summary>The provider asks for quiet.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="wait">For how long from now; at most <see cref="RetryBudget.LongestWait"/> is granted.</param>
    public void Quiet(string provider, TimeSpan wait)
    {
        var until = timeProvider.GetUtcNow() + (wait < RetryBudget.LongestWait ? wait : RetryBudget.LongestWait);
        _quietUntil.AddOrUpdate(provider, until, (_, current) => until > current ? until : current);
    }

    /// <summary>Waits until the provider wants to be called again.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async ValueTask WaitAsync(string provider, CancellationToken cancellationToken)
    {
        while (_quietUntil.TryGetValue(provider, out var until) && until - timeProvider.GetUtcNow() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until a call may be sent.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="tokens">Tokens of the call, at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What the call takes of the provider's rates; null where it has none.</returns>
    public async ValueTask<RateUse?> EnterAsync(string provider, long tokens, CancellationToken cancellationToken)
    {
        await WaitAsync(provider, cancellationToken).ConfigureAwait(false);
        if (!_windows.TryGetValue(provider, out var window))
        {
            return null;
        }

        var use = await window.EnterAsync(tokens, cancellationToken).ConfigureAwait(false);

        // Others may have been told to be quiet while this one waited for its turn.
        await WaitAsync(provider, cancellationToken).ConfigureAwait(false);
        return use;
    }

    /// <summary>It is known how many tokens a call took.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="use">What it was let in with; null where its provider has no rates.</param>
    /// <param name="tokens">The tokens.</param>
    public void Correct(string provider, RateUse? use, long tokens)
    {
        if (use is not null)
        {
            _windows[provider].Correct(use, tokens);
        }
    }
}
