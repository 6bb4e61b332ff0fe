namespace Binex.Core.Runs.Events;

/// <summary>How an answer came that somebody listened to.</summary>
/// <param name="Pieces">In how many pieces.</param>
public sealed record CallStream(int Pieces)
{
    /// <summary>From sending the call to the first piece, in milliseconds; null when none came.</summary>
    public long? FirstMs { get; init; }

    /// <summary>From sending the call to the last piece, in milliseconds; null when none came.</summary>
    public long? LastMs { get; init; }
}
