using Binex.Core.Costs;
using Binex.Core.Execution;
using Binex.Core.Runs.Events;

namespace Binex.Engine.Calls;

/// <summary>Passes facts on, and sees what a call is charged however often it is sent.</summary>
internal sealed class ChargeMeter(IRunRecorder recorder) : IRunRecorder
{
    /// <summary>All charges so far.</summary>
    public Money Charged { get; private set; }

    public void Record(RunEvent runEvent)
    {
        Note(runEvent);
        recorder.Record(runEvent);
    }

    public Task RecordAsync(RunEvent runEvent)
    {
        Note(runEvent);
        return recorder.RecordAsync(runEvent);
    }

    public long NextCall() => recorder.NextCall();

    private void Note(RunEvent runEvent) => Charged += runEvent switch
    {
        CallSettled settled => settled.Spent.Cost,
        CallReused { Source: CallSource.Run } reused => reused.Saved,
        _ => Money.Zero,
    };
}
