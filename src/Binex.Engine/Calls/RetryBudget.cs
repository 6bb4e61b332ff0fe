using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Engine.Calls;

/// <summary>The retries that one execution of a node has: its attempts less one, spent by calls and attempts alike.</summary>
/// <param name="policy">The node's policy.</param>
/// <param name="seed">Seed of the jitter.</param>
internal sealed class RetryBudget(RetryPolicy policy, int seed)
{
    /// <summary>The longest time that a provider is waited for; one that asks for more is taken to be gone for this run.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private Random? _jitter;
    private int _left = policy.MaxAttempts - 1;
    private int _spent;

    /// <summary>Spends a retry on a failure; null when the policy does not cover it or none is left.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>How long to wait before the retry.</returns>
    public TimeSpan? TrySpend(NodeFailure failure)
    {
        if (_left <= 0 || !policy.Covers(failure.Kind) || failure.RetryAfter > LongestWait)
        {
            return null;
        }

        _left--;
        _spent++;
        // An answer that breaks its schema is no sign of trouble at the provider: there is nothing to wait for.
        var wait = failure.Kind == FailureKind.Schema ? TimeSpan.Zero : Backoff(_spent);
        return failure.RetryAfter is { } wanted && wanted > wait ? wanted : wait;
    }

    private TimeSpan Backoff(int retry)
    {
        if (policy.Backoff == BackoffKind.None)
        {
            return TimeSpan.Zero;
        }

        var factor = policy.Backoff == BackoffKind.Exponential ? Math.Pow(2, Math.Min(retry - 1, 30)) : 1;
        var wait = Math.Min(policy.Initial.TotalMilliseconds * factor, Math.Min(policy.Max.TotalMilliseconds, int.MaxValue));
        _jitter ??= new Random(seed);
        return TimeSpan.FromMilliseconds(Math.Round(policy.Jitter ? wait * (0.5 + (_jitter.NextDouble() / 2)) : wait));
    }
}
