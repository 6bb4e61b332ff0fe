using Binex.Core.Runs;

namespace Binex.Store.Journals;

/// <summary>What a journal says.</summary>
public sealed record JournalReading
{
    /// <summary>The facts in their order; with a <see cref="Problem"/> those before it.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    /// <summary>Number of the last fact, those that were not known included; 0 for none.</summary>
    public long LastSeq { get; init; }

    /// <summary>How many facts were passed over because a newer Binex wrote them.</summary>
    public int UnknownEvents { get; init; }

    /// <summary>How many bytes at the end were dropped: the rest of a write that was cut off.</summary>
    public long DroppedBytes { get; init; }

    /// <summary>What is wrong in the middle; null when nothing is.</summary>
    public JournalProblem? Problem { get; init; }

    /// <summary>Length of what is good, in bytes.</summary>
    internal long CompleteBytes { get; init; }
}
