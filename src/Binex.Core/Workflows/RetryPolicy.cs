using Binex.Core.Runs;

namespace Binex.Core.Workflows;

/// <summary>How often, and after which failures, a node is tried again.</summary>
public sealed record RetryPolicy
{
    /// <summary>Attempts of an <c>llm://</c> node unless it says otherwise.</summary>
    public const int DefaultModelAttempts = 3;

    /// <summary>What is retried unless the workflow says otherwise.</summary>
    public static IReadOnlyList<FailureKind> DefaultRetryOn { get; } =
        (FailureKind[])[FailureKind.RateLimit, FailureKind.Server, FailureKind.Network, FailureKind.Schema];

    /// <summary>Attempts in all, the first one included; at least 1.</summary>
    public int MaxAttempts { get; init; } = 1;

    /// <summary>How the wait grows.</summary>
    public BackoffKind Backoff { get; init; } = BackoffKind.Exponential;

    /// <summary>The first wait.</summary>
    public TimeSpan Initial { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    public TimeSpan Max { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether waits are spread by chance, so that nodes that failed together do not return together.</summary>
    public bool Jitter { get; init; } = true;

    /// <summary>The failures that are retried; authentication and bad requests never are.</summary>
    public IReadOnlyList<FailureKind> On { get; init; } = DefaultRetryOn;

    /// <summary>Whether every kind of failure that can be retried is (<c>on: [any]</c>).</summary>
    public bool OnAny { get; init; }

    /// <summary>Whether a failure of this kind is retried.</summary>
    /// <param name="kind">The kind.</param>
    public bool Covers(FailureKind kind) => kind.CanBeRetried() && (OnAny || On.Contains(kind));
}
