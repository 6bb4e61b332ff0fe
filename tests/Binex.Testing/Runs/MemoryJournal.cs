using Binex.Core.Runs;

namespace Binex.Testing.Runs;

/// <summary>A journal in memory.</summary>
/// <param name="entries">What it holds already.</param>
public sealed class MemoryJournal(IEnumerable<JournalEntry> entries) : IRunJournal
{
    private readonly Lock _oneWriter = new();
    private readonly List<JournalEntry> _entries = [.. entries];
    private int _durable;
    private bool _disposed;

    /// <summary>An empty journal.</summary>
    public MemoryJournal()
        : this([])
    {
    }

    /// <summary>What it holds.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_oneWriter)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>How many of the first entries a power cut would spare.</summary>
    public int DurableCount
    {
        get
        {
            lock (_oneWriter)
            {
                return _durable;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(IReadOnlyList<JournalEntry> entries, bool durable, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        lock (_oneWriter)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var next = (_entries.Count == 0 ? 0 : _entries[^1].Seq) + 1;
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i].Seq != next + i)
                {
                    throw new ArgumentException($"the entry has the number {entries[i].Seq}, but {next + i} is next", nameof(entries));
                }
            }

            _entries.AddRange(entries);
            _durable = durable ? _entries.Count : _durable;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_oneWriter)
        {
            _disposed = true;
        }

        return ValueTask.CompletedTask;
    }
}
