namespace Binex.Ci.Platforms;

/// <summary>Why a platform did not do what it was asked.</summary>
public enum PlatformFailureKind
{
    /// <summary>The token may not do that.</summary>
    NotAllowed,

    /// <summary>The token is not valid, or what was named is not there.</summary>
    NotFound,

    /// <summary>The platform does not take what was sent.</summary>
    Rejected,

    /// <summary>It may work in a moment: the network, the platform, or a limit of requests.</summary>
    Passing,
}
