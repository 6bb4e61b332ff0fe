namespace Binex.Core.Runs.Events;

/// <summary>Where the answer to a call came from that was not sent.</summary>
public enum CallSource
{
    /// <summary>From a cassette.</summary>
    Cassette,

    /// <summary>From an earlier process of this run, which was answered and ended before the node did.</summary>
    Run,
}
