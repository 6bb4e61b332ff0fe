using Binex.Core.Execution;
using Binex.Core.Runs;

namespace Binex.Engine.Tests.Harness;

/// <summary>An observer that fails once, at the first fact of a kind.</summary>
internal sealed class FaultyObserver<TFact> : IRunObserver
{
    private bool _hasFailed;

    public void OnEvent(JournalEntry entry)
    {
        if (entry.Event is TFact && !_hasFailed)
        {
            _hasFailed = true;
            throw new IOException("the terminal is gone");
        }
    }
}
