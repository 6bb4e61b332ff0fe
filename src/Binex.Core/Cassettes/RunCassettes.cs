namespace Binex.Core.Cassettes;

/// <summary>The cassettes of a run.</summary>
public sealed record RunCassettes
{
    /// <summary>Answers calls; null where every call is asked.</summary>
    public ICassettePlayer? Player { get; init; }

    /// <summary>Whether what the player does not have is asked; else it fails the node.</summary>
    public bool AllowMiss { get; init; }

    /// <summary>Keeps what was asked; null where nothing is kept.</summary>
    public ICassetteRecorder? Recorder { get; init; }
}
