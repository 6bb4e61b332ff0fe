using System.Globalization;
using Binex.Core.Costs;

namespace Binex.Core.Ledgers.Projects;

/// <summary>
/// The project's books as one process finds them, for the length of one unit of work: what was spent in each day and month, and
/// the leases of all runs. Remembers what was changed, so that only that is written.
/// </summary>
/// <param name="leases">All leases.</param>
/// <param name="spent">Reads what was spent in a period: <c>2026-11-24</c> or <c>2026-11</c>.</param>
public sealed class ProjectBook(IEnumerable<ProjectLease> leases, Func<string, Money> spent)
{
    private readonly Dictionary<string, ProjectLease> _leases = leases.ToDictionary(lease => lease.Id);
    private readonly Dictionary<string, Money> _charged = [];
    private readonly HashSet<string> _changed = [];

    /// <summary>Every lease.</summary>
    public IReadOnlyCollection<ProjectLease> Leases => _leases.Values;

    /// <summary>What periods have spent now, for those where it has changed.</summary>
    public IReadOnlyDictionary<string, Money> ChangedPeriods => _charged;

    /// <summary>Leases that were added, changed or removed, by id; null for the removed ones.</summary>
    public IEnumerable<(string Id, ProjectLease? Lease)> ChangedLeases => _changed.Select(id => (id, _leases.GetValueOrDefault(id)));

    /// <summary>Name of a day's account in the books.</summary>
    /// <param name="day">The day.</param>
    public static string PeriodOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Name of the account of a day's month in the books.</summary>
    /// <param name="day">The day.</param>
    public static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>A lease; null when there is none of that id.</summary>
    /// <param name="id">Its id.</param>
    public ProjectLease? Find(string id) => _leases.GetValueOrDefault(id);

    /// <summary>Adds or replaces a lease.</summary>
    /// <param name="lease">The lease.</param>
    public void Put(ProjectLease lease)
    {
        _leases[lease.Id] = lease;
        _changed.Add(lease.Id);
    }

    /// <summary>Removes a lease.</summary>
    /// <param name="id">Its id.</param>
    public void Remove(string id)
    {
        if (_leases.Remove(id))
        {
            _changed.Add(id);
        }
    }

    /// <summary>What was spent in a period.</summary>
    /// <param name="period">The period.</param>
    public Money SpentIn(string period) => _charged.TryGetValue(period, out var charged) ? charged : spent(period);

    /// <summary>Books what was spent for calls of a day, on that day and its month.</summary>
    /// <param name="day">The day on which they were reserved, whenever they ended.</param>
    /// <param name="amount">The charge.</param>
    public void Charge(DateOnly day, Money amount)
    {
        if (amount != Money.Zero)
        {
            _charged[PeriodOf(day)] = SpentIn(PeriodOf(day)) + amount;
            _charged[MonthOf(day)] = SpentIn(MonthOf(day)) + amount;
        }
    }

    /// <summary>Ends the leases of which nobody knows any more, and charges all that they hold.</summary>
    /// <param name="isGone">Whether nobody stands behind a lease.</param>
    public void Reap(Func<ProjectLease, bool> isGone)
    {
        foreach (var lease in _leases.Values.Where(isGone).ToList())
        {
            foreach (var (day, held) in lease.Held)
            {
                Charge(day, held);
            }

            Remove(lease.Id);
        }
    }

    /// <summary>The account of a day, with what all leases hold of it.</summary>
    internal Account Day(DateOnly day, Money? cap) => AccountOf(ProjectCaps.DayPath, cap, PeriodOf(day), held => held == day);

    /// <summary>The account of a day's month, with what all leases hold of it.</summary>
    internal Account Month(DateOnly day, Money? cap) =>
        AccountOf(ProjectCaps.MonthPath, cap, MonthOf(day), held => held.Year == day.Year && held.Month == day.Month);

    private Account AccountOf(string path, Money? cap, string period, Func<DateOnly, bool> belongs)
    {
        var account = new Account(path, new Cap { Cost = cap });
        account.Settle(Amount.Zero, new Amount(SpentIn(period), 0, 0));
        foreach (var lease in _leases.Values)
        {
            foreach (var (day, held) in lease.Held)
            {
                if (belongs(day))
                {
                    account.Hold(new Amount(held, 0, 0));
                }
            }
        }

        return account;
    }
}
