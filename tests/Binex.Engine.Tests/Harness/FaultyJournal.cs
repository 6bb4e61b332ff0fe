using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Testing.Runs;

namespace Binex.Engine.Tests.Harness;

/// <summary>A journal in memory that can be told to fail.</summary>
internal sealed class FaultyJournal(IEnumerable<JournalEntry> entries) : IRunJournal
{
    private readonly MemoryJournal _journal = new(entries);

    public FaultyJournal()
        : this([])
    {
    }

    /// <summary>Whether an append fails; asked with the facts and their number among all appends, from 1.</summary>
    public Func<IReadOnlyList<JournalEntry>, int, bool> FailsAt { get; set; } = (_, _) => false;

    public int Appends { get; private set; }

    public IReadOnlyList<JournalEntry> Entries => _journal.Entries;

    public IReadOnlyList<RunEvent> Events => [.. Entries.Select(entry => entry.Event)];

    public async ValueTask AppendAsync(IReadOnlyList<JournalEntry> entries, bool durable, CancellationToken cancellationToken)
    {
        Appends++;
        if (FailsAt(entries, Appends))
        {
            throw new IOException("the disk is full");
        }

        await _journal.AppendAsync(entries, durable, cancellationToken);
    }

    public ValueTask DisposeAsync() => _journal.DisposeAsync();
}
