using Binex.Core.Runs;

namespace Binex.Core.Execution;

/// <summary>Sees every fact of a run right after it is written, in order, on one thread.</summary>
public interface IRunObserver
{
    /// <summary>Sees a fact; must return at once.</summary>
    /// <param name="entry">The fact.</param>
    void OnEvent(JournalEntry entry);
}
