using System.Diagnostics;
using Binex.Core.Costs;
using Binex.Core.Ledgers.Projects;
using Binex.Store.Disk;
using LiteDB;

namespace Binex.Store.Ledgers;

/// <summary>
/// The project's books in <c>ledger.db</c>, a LiteDB database that is open only for one unit of work at a time, under the lock file
/// <c>ledger.lock</c>. A file of its own: the catalogue of runs may be deleted and made again, what was spent may not.
/// </summary>
public sealed class ProjectStore : IProjectStore
{
    private const int PageSize = 8192;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Two processes see the start of a third to within the clock ticks of the system.
    private static readonly TimeSpan SameStart = TimeSpan.FromSeconds(2);

    private readonly string _root;
    private readonly string _database;
    private readonly string _lock;
    private readonly TimeProvider _timeProvider;

    /// <summary>The books of a store. Nothing is made before they are first needed.</summary>
    /// <param name="root">Full path of the store's folder, usually <c>.binex</c>.</param>
    /// <param name="timeProvider">The clock.</param>
    public ProjectStore(string root, TimeProvider timeProvider)
    {
        _root = root;
        _database = Path.Join(root, "ledger.db");
        _lock = Path.Join(root, "ledger.lock");
        _timeProvider = timeProvider;
        using var process = Process.GetCurrentProcess();
        Self = new LeaseHolder(Environment.MachineName, process.Id, StartOf(process));
    }

    /// <inheritdoc/>
    public LeaseHolder Self { get; }

    /// <inheritdoc/>
    public bool IsGone(LeaseHolder holder)
    {
        if (holder.Machine != Self.Machine)
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(holder.ProcessId);
            return (StartOf(process) - holder.Started).Duration() > SameStart;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // There is none, or it has ended while it was looked at.
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It is somebody else's and must not be looked at: its lease will show.
            return false;
        }
    }

    /// <inheritdoc/>
    public T Transact<T>(Func<ProjectBook, T> work)
    {
        using var held = TakeLock();
        try
        {
            // The database writes its log beside it, through whatever stands there.
            PlainFile.Check(_database);
            PlainFile.Check(LogOf(_database));
            MakeOrCheck();
            using var database = Open(_database);
            var leases = database.GetCollection("leases", BsonAutoId.Int64);
            var spent = database.GetCollection("spent", BsonAutoId.Int64);
            var book = new ProjectBook(
                leases.FindAll().Select(LeaseDocument.Read).ToList(),
                period => new Money(spent.FindById(period)?["usd"].AsDecimal ?? 0));
            var result = work(book);
            Keep(database, book, leases, spent);
            return result;
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the project's ledger cannot be used", _database, exception);
        }
#pragma warning disable CA1031 // The database says so in many ways when its file is not as it should be, and the work itself throws nothing.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw DiskError.For(
                "the project's ledger is damaged, so nothing can be spent under a cap for the day or month; "
                + "move the file away to begin a new one, which knows nothing of what was spent",
                _database, exception);
        }
    }

    private static void Keep(LiteDatabase database, ProjectBook book, ILiteCollection<BsonDocument> leases, ILiteCollection<BsonDocument> spent)
    {
        var changed = book.ChangedLeases.ToList();
        if (changed.Count == 0 && book.ChangedPeriods.Count == 0)
        {
            return;
        }

        database.BeginTrans();
        foreach (var (id, lease) in changed)
        {
            if (lease is null)
            {
                leases.Delete(id);
            }
            else
            {
                leases.Upsert(LeaseDocument.Of(lease));
            }
        }

        foreach (var (period, amount) in book.ChangedPeriods)
        {
            spent.Upsert(new BsonDocument { ["_id"] = period, ["usd"] = amount.Usd });
        }

        database.Commit();
    }

    private FileLock TakeLock()
    {
        try
        {
            Directory.CreateDirectory(_root);
        }
        catch (Exception exception) when (DiskError.IsExpected(exception))
        {
            throw DiskError.For("the folder of the project's ledger cannot be made", _root, exception);
        }

        // Whoever takes the lock writes into its file. Many who take turns are slow; one who never gives it back is stuck.
        var (since, lastTaken) = (_timeProvider.GetTimestamp(), default(DateTime));
        while (true)
        {
            if (FileLock.TryTake(_lock) is { } held)
            {
                return held;
            }

            if (File.GetLastWriteTimeUtc(_lock) is var taken && taken != lastTaken)
            {
                (since, lastTaken) = (_timeProvider.GetTimestamp(), taken);
            }

            if (_timeProvider.GetElapsedTime(since) > LongestWait)
            {
                throw new IOException(
                    $"the project's ledger has been locked by another process for {LongestWait.TotalSeconds:0} s: {_lock}; "
                    + "its first line is the number of that process");
            }
        }
    }

    // The database takes a file that is shorter than a page for a new one, and would forget what was spent. So a new one is made
    // beside it and renamed: a short file is always a damaged one.
    private void MakeOrCheck()
    {
        var file = new FileInfo(_database);
        if (file.Exists)
        {
            if (file.Length < PageSize)
            {
                throw new InvalidDataException("the file has been cut off");
            }

            return;
        }

        var unfinished = Path.Join(_root, "ledger-new.db");
        File.Delete(unfinished);
        File.Delete(LogOf(unfinished));
        Open(unfinished).Dispose();
        File.Move(unfinished, _database);
    }

    private static string LogOf(string database) => Path.ChangeExtension(database, null) + "-log.db";

    private static LiteDatabase Open(string path) => new(new ConnectionString { Filename = path, Connection = ConnectionType.Direct });

    private static DateTimeOffset StartOf(Process process) => new(process.StartTime.ToUniversalTime(), TimeSpan.Zero);
}
