using Binex.Core.Runs;
using Binex.Core.Workflows;

namespace Binex.Engine.Calls;

/// <summary>The retries that one execution of a node has: its attempts less one, spent by calls and attempts alike.</summary>
internal sealed class RetryBudget(RetryPolicy policy, Random jitter)
{
    private int _left = policy.MaxAttempts - 1;
    private int _spent;

    /// <summary>Spends a retry on a failure; null when the policy does not cover it or none is left.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>How long to wait before the retry.</returns>
    public TimeSpan? TrySpend(NodeFailure failure)
    {
        if (_left <= 0 || !policy.Covers(failure.Kind))
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
        var wait = Math.Min(policy.Initial.TotalMilliseconds * factor, policy.Max.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(policy.Jitter ? wait * (0.5 + (jitter.NextDouble() / 2)) : wait);
    }
}
