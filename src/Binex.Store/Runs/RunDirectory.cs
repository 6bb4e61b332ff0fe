using Binex.Core.Runs;
using Binex.Store.Disk;
using Binex.Store.Journals;

namespace Binex.Store.Runs;

/// <summary>
/// The folder of one run: <c>workflow.yaml</c>, <c>inputs.json</c>, <c>journal.jsonl</c>, <c>report.json</c>, <c>lock</c> while and
/// after it is written, <c>cancel</c> when somebody asks for that.
/// </summary>
public sealed class RunDirectory
{
    private readonly string _cancelPath;

    internal RunDirectory(string path)
    {
        Path = path;
        RunId = System.IO.Path.GetFileName(path);
        JournalPath = System.IO.Path.Join(path, "journal.jsonl");
        LockPath = System.IO.Path.Join(path, "lock");
        ReportPath = System.IO.Path.Join(path, "report.json");
        _cancelPath = System.IO.Path.Join(path, "cancel");
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>Where the run's report is.</summary>
    public string ReportPath { get; }

    /// <summary>Whether somebody asked for the run to be cancelled since it was last opened.</summary>
    public bool CancelRequested => File.Exists(_cancelPath);

    /// <summary>Whether a process is writing the run's journal.</summary>
    /// <exception cref="IOException">That cannot be seen.</exception>
    public bool IsRunning => FileLock.IsTaken(LockPath);

    internal string JournalPath { get; }

    internal string LockPath { get; }

    /// <summary>
    /// Opens the journal for the one writer that it may have, reads what it holds, and cuts off a torn last line. A request to
    /// cancel what ran before is forgotten.
    /// </summary>
    /// <exception cref="IOException">The file system does not allow it.</exception>
    public JournalOpening OpenJournal()
    {
        var held = FileLock.TryTake(LockPath);
        if (held is null)
        {
            return new JournalOpening(null, new JournalReading { Entries = [] }, Busy());
        }

        IRunJournal? journal = null;
        try
        {
            var reading = ReadJournal();
            if (reading.Problem is null)
            {
                ForgetCancel(reading);
                journal = FileJournal.Open(JournalPath, reading, held);
            }

            return new JournalOpening(journal, reading, reading.Problem);
        }
        finally
        {
            if (journal is null)
            {
                held.Dispose();
            }
        }
    }

    /// <summary>Reads the journal, also while it is being written. A journal that does not exist is empty.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public JournalReading ReadJournal() => JournalReader.ReadFile(JournalPath);

    /// <summary>Reads what the run was started with.</summary>
    public SnapshotReading ReadSnapshot() => SnapshotFiles.Read(Path);

    /// <summary>Writes the run's report; others see the old one or the new one, never a part.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="cancellationToken">Gives up before anything is written.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task WriteReportAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        try
        {
            PlainFile.Check(ReportPath);
            await Task.Run(() => AtomicFile.Write(ReportPath, json.Span, durable: false), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the report cannot be written", ReportPath, exception);
        }
    }

    /// <summary>Asks the process that runs the run to cancel it.</summary>
    /// <exception cref="IOException">The request cannot be written.</exception>
    public void RequestCancel()
    {
        try
        {
            PlainFile.Check(_cancelPath);
            using var file = File.OpenHandle(_cancelPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the request to cancel cannot be written", _cancelPath, exception);
        }
    }

    // A run that has not begun keeps the request: it was meant for it.
    private void ForgetCancel(JournalReading reading)
    {
        if (reading.LastSeq == 0)
        {
            return;
        }

        try
        {
            File.Delete(_cancelPath);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the old request to cancel cannot be deleted", _cancelPath, exception);
        }
    }

    private JournalProblem Busy() => new(
        JournalProblemKind.Busy,
        $"run {RunId} is being written by another process; wait for it, or end it with `dotnet binex cancel {RunId}`");
}
