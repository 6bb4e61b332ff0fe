using Binex.Core.Costs;

namespace Binex.Core.Ledgers.Projects;

/// <summary>
/// What one run does with the project's books in a unit of work: renews its lease, settles, and reserves as far as there is room.
/// Whoever finds no room takes a ticket, and nobody with a later ticket, or with none, reserves before it; after it has reserved
/// once it queues again, so that runs take turns.
/// </summary>
internal sealed class ProjectDesk(ProjectCaps caps, IProjectStore store, string runId, TimeProvider timeProvider)
{
    /// <summary>How long a lease holds without being renewed.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    private string _lease = "";
    private int _leases;
    private long? _lastLook;

    /// <summary>The accounts of today and this month as they were last seen.</summary>
    public IReadOnlyList<AccountState> Seen { get; private set; } = [];

    /// <summary>What is left of an amount that this run has, and of the accounts as they were last seen: the least of them.</summary>
    public Money? LeastOf(Money? left)
    {
        foreach (var account in Seen)
        {
            if (account.Cap.Cost is { } cap)
            {
                var rest = Money.Max(Money.Zero, cap - account.Spent.Cost - account.Held.Cost);
                left = left is { } other ? Money.Min(other, rest) : rest;
            }
        }

        return left;
    }

    /// <summary>Serves this run.</summary>
    /// <param name="book">The books.</param>
    /// <param name="charges">What replaces holds.</param>
    /// <param name="wishes">Who wants room, in the order they came.</param>
    /// <returns>The answers, by place in <paramref name="wishes"/>; who is not in it must wait.</returns>
    public Dictionary<int, ProjectAnswer> Serve(ProjectBook book, IReadOnlyList<ProjectCharge> charges, IReadOnlyList<ProjectWish> wishes)
    {
        var now = timeProvider.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var charge in charges)
        {
            Settle(book, charge);
        }

        Renew(book, now);
        var answers = Refusals(book, today, wishes);
        var isWaiting = false;
        for (var i = 0; i < wishes.Count && !isWaiting; i++)
        {
            if (!answers.ContainsKey(i))
            {
                var hold = TryHold(book, today, wishes[i]) ?? (Look(book, now) ? TryHold(book, today, wishes[i]) : null);
                isWaiting = hold is null;
                if (hold is not null)
                {
                    answers.Add(i, new ProjectAnswer(hold, null));
                }
            }
        }

        Queue(book, isWaiting);
        Seen = [book.Month(today, caps.Month).State, book.Day(today, caps.Day).State];
        return answers;
    }

    /// <summary>Ends leases of processes that are gone, and looks at the accounts, before the first call.</summary>
    /// <returns>The accounts.</returns>
    public IReadOnlyList<AccountState> Open(ProjectBook book)
    {
        Look(book, timeProvider.GetUtcNow());
        Serve(book, [], []);
        return Seen;
    }

    /// <summary>Settles what is left, and gives the lease back unless something is still held on it.</summary>
    public void Close(ProjectBook book, IReadOnlyList<ProjectCharge> charges)
    {
        Serve(book, charges, []);
        if (book.Find(_lease) is { Held.Count: 0 })
        {
            book.Remove(_lease);
        }
    }

    // A lease that others have ended was charged in full: of its calls only what passes the hold is still to be booked.
    private static void Settle(ProjectBook book, ProjectCharge charge)
    {
        var hold = charge.Hold;
        if (book.Find(hold.Lease) is { } lease)
        {
            book.Put(lease.With(hold.Day, Money.Zero - hold.Cost));
            book.Charge(hold.Day, charge.Spent);
        }
        else
        {
            book.Charge(hold.Day, Money.Max(Money.Zero, charge.Spent - hold.Cost));
        }
    }

    private void Renew(ProjectBook book, DateTimeOffset now)
    {
        var lease = book.Find(_lease);
        if (lease is null)
        {
            var self = store.Self;
            _lease = $"{runId}/{self.ProcessId}/{self.Started.UtcTicks}/{now.UtcTicks}/{++_leases}";
            book.Put(new ProjectLease(_lease, self, runId, now + LeaseTime));
        }
        else if (lease.Expires - now < LeaseTime * 0.75)
        {
            book.Put(lease with { Expires = now + LeaseTime });
        }
    }

    // Spending never decreases, so that a refusal which is right now stays right, whoever else waits.
    private Dictionary<int, ProjectAnswer> Refusals(ProjectBook book, DateOnly today, IReadOnlyList<ProjectWish> wishes)
    {
        var answers = new Dictionary<int, ProjectAnswer>();
        var month = book.Month(today, caps.Month);
        var day = book.Day(today, caps.Day);
        for (var i = 0; i < wishes.Count; i++)
        {
            var (bound, least) = (wishes[i].Bound, wishes[i].LeastOutputTokens);
            if ((month.RefusalFor(bound, least) ?? day.RefusalFor(bound, least)) is { } refusal)
            {
                answers.Add(i, new ProjectAnswer(null, refusal));
            }
        }

        return answers;
    }

    private ProjectHold? TryHold(ProjectBook book, DateOnly today, ProjectWish wish)
    {
        var own = book.Find(_lease)!;
        if (book.Leases.Any(other => other.Id != _lease && other.Ticket is { } ticket && !(own.Ticket < ticket)))
        {
            return null;
        }

        var bound = wish.Bound with { MaxOutputTokens = wish.MaxOutputTokens };
        var month = book.Month(today, caps.Month);
        var day = book.Day(today, caps.Day);
        var best = Math.Min(month.OutputTokensAtBest(bound), day.OutputTokensAtBest(bound));
        if (best < wish.LeastOutputTokens || month.OutputTokensNow(bound) < best || day.OutputTokensNow(bound) < best)
        {
            return null;
        }

        var hold = new ProjectHold(_lease, today, best, bound.CostWith(best));
        book.Put(own.With(today, hold.Cost) with { Ticket = null });
        return hold;
    }

    // Asking the system about every process costs too much to be done at each turn. The time of day may be set back: then nobody would
    // look until it has come again.
    private bool Look(ProjectBook book, DateTimeOffset now)
    {
        if (_lastLook is { } before && timeProvider.GetElapsedTime(before) < BetweenLooks)
        {
            return false;
        }

        _lastLook = timeProvider.GetTimestamp();
        book.Reap(lease => lease.Id != _lease && (lease.Expires < now || store.IsGone(lease.Holder)));
        return true;
    }

    private void Queue(ProjectBook book, bool isWaiting)
    {
        var own = book.Find(_lease)!;
        if (isWaiting && own.Ticket is null)
        {
            book.Put(own with { Ticket = book.Leases.Max(lease => lease.Ticket ?? 0) + 1 });
        }
        else if (!isWaiting && own.Ticket is not null)
        {
            book.Put(own with { Ticket = null });
        }
    }
}
