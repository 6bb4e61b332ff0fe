namespace Binex.Core.Reports;

/// <summary>What of a journal is not in its report.</summary>
/// <param name="UnknownEvents">Facts that were passed over because a newer Binex wrote them.</param>
/// <param name="DroppedBytes">Bytes at the end that were dropped: the rest of a write that was cut off.</param>
/// <param name="Damage">What is wrong in the middle, after which nothing was read; null when nothing is.</param>
public sealed record JournalGaps(int UnknownEvents, long DroppedBytes, string? Damage)
{
    /// <summary>All of it could be read.</summary>
    public static JournalGaps None { get; } = new(0, 0, null);
}
