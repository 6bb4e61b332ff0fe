namespace Binex.Core.Runs;

/// <summary>The append-only list of a run's facts: the only truth about it. One writer.</summary>
public interface IRunJournal : IAsyncDisposable
{
    /// <summary>Appends some facts as one write.</summary>
    /// <param name="entries">The facts, numbered on from what the journal holds.</param>
    /// <param name="durable">Whether they must be on the disk, not only with the operating system, when this returns.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    ValueTask AppendAsync(IReadOnlyList<JournalEntry> entries, bool durable, CancellationToken cancellationToken);
}
