using Binex.Core.Runs.Events;

namespace Binex.Core.Runs;

/// <summary>One line of a journal.</summary>
/// <param name="Seq">Its number, from 1 without gaps.</param>
/// <param name="At">When it was written; UTC.</param>
/// <param name="Event">The fact.</param>
public sealed record JournalEntry(long Seq, DateTimeOffset At, RunEvent Event);
