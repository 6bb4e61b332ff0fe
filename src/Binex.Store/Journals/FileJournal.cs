using Binex.Core.Runs;
using Binex.Store.Disk;
using Microsoft.Win32.SafeHandles;

namespace Binex.Store.Journals;

/// <summary>
/// A journal in a file, one write per append. After a write that failed nothing more is written: what the disk holds is not
/// known any more, and only a reader that drops the torn line may go on.
/// </summary>
internal sealed class FileJournal : IRunJournal
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly IDisposable _held;
    private readonly JournalLineWriter _lines = new();
    private readonly Lock _oneWriter = new();
    private long _length;
    private long _lastSeq;
    private IOException? _failure;
    private bool _disposed;

    private FileJournal(string path, SafeFileHandle file, long length, long lastSeq, IDisposable held)
    {
        _path = path;
        _file = file;
        _length = length;
        _lastSeq = lastSeq;
        _held = held;
    }

    /// <summary>Opens a journal to go on from what was read, and cuts off what was dropped.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="reading">What it holds.</param>
    /// <param name="held">What keeps other writers away; disposed with the journal.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static FileJournal Open(string path, JournalReading reading, IDisposable held)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            if (RandomAccess.GetLength(file) > reading.CompleteBytes)
            {
                RandomAccess.SetLength(file, reading.CompleteBytes);
            }

            return new FileJournal(path, file, reading.CompleteBytes, reading.LastSeq, held);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            file?.Dispose();
            throw CannotWrite(path, exception);
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
            if (_failure is not null)
            {
                throw new IOException($"nothing more is written after an error; {_failure.Message}", _failure);
            }

            Write(Format(entries), durable);
            _lastSeq += entries.Count;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (_oneWriter)
        {
            if (!_disposed)
            {
                _disposed = true;
                _file.Dispose();
                _lines.Dispose();
                _held.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    private ReadOnlySpan<byte> Format(IReadOnlyList<JournalEntry> entries)
    {
        _lines.Clear();
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Seq != _lastSeq + 1 + i)
            {
                throw new ArgumentException($"the entry has the number {entries[i].Seq}, but {_lastSeq + 1 + i} is next", nameof(entries));
            }

            _lines.Write(entries[i]);
        }

        return _lines.Written;
    }

    private void Write(ReadOnlySpan<byte> lines, bool durable)
    {
        try
        {
            RandomAccess.Write(_file, lines, _length);
            if (durable)
            {
                RandomAccess.FlushToDisk(_file);
            }

            _length += lines.Length;
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            _failure = CannotWrite(_path, exception);
            throw _failure;
        }
    }

    private static IOException CannotWrite(string path, Exception cause) => DiskError.For("the journal cannot be written", path, cause);
}
