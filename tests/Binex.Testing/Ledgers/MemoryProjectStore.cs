using Binex.Core.Costs;
using Binex.Core.Ledgers.Projects;

namespace Binex.Testing.Ledgers;

/// <summary>Books in memory that several ledgers share, and processes that are gone when a test says so.</summary>
public sealed class MemoryProjectStore : IProjectStore
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _gone = [];
    private readonly Dictionary<string, ProjectLease> _leases = [];
    private readonly Dictionary<string, Money> _spent = [];

    /// <summary>Thrown by the next unit of work.</summary>
    public IOException? Problem { get; set; }

    /// <summary>How many units of work were done.</summary>
    public int Transactions { get; private set; }

    /// <inheritdoc/>
    public LeaseHolder Self { get; } = new("here", 1, DateTimeOffset.UnixEpoch);

    /// <summary>The same books as another process sees them.</summary>
    public IProjectStore As(int process) => new OtherProcess(this, process);

    /// <summary>Ends a process.</summary>
    public void Kill(int process) => _gone.Add(process);

    /// <inheritdoc/>
    public bool IsGone(LeaseHolder holder) => _gone.Contains(holder.ProcessId);

    /// <inheritdoc/>
    public T Transact<T>(Func<ProjectBook, T> work)
    {
        lock (_lock)
        {
            if (Problem is { } problem)
            {
                throw problem;
            }

            Transactions++;
            var book = new ProjectBook([.. _leases.Values], period => _spent.GetValueOrDefault(period));
            var result = work(book);
            foreach (var (id, lease) in book.ChangedLeases)
            {
                _leases.Remove(id);
                if (lease is not null)
                {
                    _leases.Add(id, lease);
                }
            }

            foreach (var (period, amount) in book.ChangedPeriods)
            {
                _spent[period] = amount;
            }

            return result;
        }
    }

    private sealed class OtherProcess(MemoryProjectStore books, int process) : IProjectStore
    {
        public LeaseHolder Self { get; } = new("here", process, DateTimeOffset.UnixEpoch);

        public bool IsGone(LeaseHolder holder) => books.IsGone(holder);

        public T Transact<T>(Func<ProjectBook, T> work) => books.Transact(work);
    }
}
