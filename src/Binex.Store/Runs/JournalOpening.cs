using Binex.Core.Runs;
using Binex.Store.Journals;

namespace Binex.Store.Runs;

/// <summary>A journal opened for writing, or why it is not.</summary>
/// <param name="Journal">The journal, to be disposed; null with a problem.</param>
/// <param name="Reading">What it holds already. What was dropped is cut off.</param>
/// <param name="Problem">Why it is not open; null when it is.</param>
public sealed record JournalOpening(IRunJournal? Journal, JournalReading Reading, JournalProblem? Problem)
{
    /// <summary>Number of the last fact that it holds; 0 for none. The next one is one more.</summary>
    public long LastSeq => Reading.LastSeq;
}
