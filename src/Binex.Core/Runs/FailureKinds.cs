namespace Binex.Core.Runs;

/// <summary>What can be said of kinds of failure.</summary>
public static class FailureKinds
{
    /// <summary>Whether trying the same again can help at all.</summary>
    /// <param name="kind">The kind.</param>
    public static bool CanBeRetried(this FailureKind kind) => kind is FailureKind.RateLimit or FailureKind.Server or FailureKind.Network
        or FailureKind.Timeout or FailureKind.Schema or FailureKind.Tool or FailureKind.Agent;

    /// <summary>Whether the failure lies in the way to the provider, so that the same call may be sent again.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsInfrastructure(this FailureKind kind) => kind is FailureKind.RateLimit or FailureKind.Server or FailureKind.Network;
}
