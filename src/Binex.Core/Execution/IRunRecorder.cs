using Binex.Core.Runs.Events;

namespace Binex.Core.Execution;

/// <summary>Takes facts about a node while it runs. Facts keep the order in which they are given. Safe to call from any thread.</summary>
public interface IRunRecorder
{
    /// <summary>Takes a fact; it is written soon.</summary>
    /// <param name="runEvent">The fact.</param>
    void Record(RunEvent runEvent);

    /// <summary>Takes a fact and waits until it is written, and on the disk if it must be.</summary>
    /// <param name="runEvent">The fact.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    Task RecordAsync(RunEvent runEvent);

    /// <summary>A number for a call that no other call of the run has.</summary>
    long NextCall();
}
