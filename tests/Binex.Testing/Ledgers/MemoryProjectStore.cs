using Binex.Core.Costs;
using Binex.Core.Ledgers.Projects;

namespace Binex.Testing.Ledgers;

/// <summary>Books in memory that several ledgers share.</summary>
public sealed class MemoryProjectStore : IProjectStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ProjectLease> _leases = [];
    private readonly Dictionary<string, Money> _spent = [];

    /// <summary>Thrown by the next unit of work.</summary>
    public IOException? Problem { get; set; }

    /// <summary>How many units of work were done.</summary>
    public int Transactions { get; private set; }

    /// <inheritdoc/>
    public LeaseHolder Self { get; } = new("here", 1, DateTimeOffset.UnixEpoch);

    /// <inheritdoc/>
    public bool IsGone(LeaseHolder holder) => false;

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
}
