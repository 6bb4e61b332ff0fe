using Binex.Core.Costs;
using Binex.Core.Prices;

namespace Binex.Core.Ledgers;

/// <summary>
/// The ledger of one run in memory: an account for the run and one for each node. All decisions are taken under one lock, so
/// that for every account spent and held together never pass a cap.
/// </summary>
public sealed class Ledger : ILedger
{
    /// <summary>Path of the run's account.</summary>
    public const string RunPath = "run";

    private readonly Lock _lock = new();
    private readonly Account _run;
    private readonly Dictionary<string, Account> _nodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, Cap> _nodeCap;
    private readonly Dictionary<long, Account[]> _open = [];
    private readonly LinkedList<Waiter> _waiting = new();
    private long _lastId;

    /// <summary>Opens the books.</summary>
    /// <param name="runCap">The run's limits.</param>
    /// <param name="nodeCap">A node's limits, by its id.</param>
    public Ledger(Cap runCap, Func<string, Cap> nodeCap)
    {
        _run = new Account(RunPath, runCap);
        _nodeCap = nodeCap;
    }

    /// <inheritdoc/>
    public Money Spent
    {
        get
        {
            lock (_lock)
            {
                return _run.Spent.Cost;
            }
        }
    }

    /// <inheritdoc/>
    public Money? Remaining
    {
        get
        {
            lock (_lock)
            {
                return _run.Cap.Cost is { } cap ? Money.Max(Money.Zero, cap - _run.Spent.Cost - _run.Held.Cost) : null;
            }
        }
    }

    /// <summary>Books what a node spent before this ledger was opened, in an earlier process of the same run.</summary>
    /// <param name="nodeId">The node.</param>
    /// <param name="spent">What it spent.</param>
    public void Restore(string nodeId, Amount spent)
    {
        lock (_lock)
        {
            foreach (var account in PathOf(nodeId))
            {
                account.Settle(Amount.Zero, spent);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ReservationResult> ReserveAsync(ReservationRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<Waiter> place;
        lock (_lock)
        {
            place = _waiting.AddLast(new Waiter(request, PathOf(request.NodeId)));
            AnswerThoseWhoCanBe();
        }

        var answer = place.Value.Answer.Task;
        if (answer.IsCompletedSuccessfully)
        {
            return await answer.ConfigureAwait(false);
        }

        await using (cancellationToken.Register(() => GiveUp(place, cancellationToken)).ConfigureAwait(false))
        {
            return await answer.ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Money Settle(Reservation reservation, Amount spent)
    {
        lock (_lock)
        {
            if (!_open.Remove(reservation.Id, out var path))
            {
                throw new InvalidOperationException($"reservation {reservation.Id} is not open");
            }

            foreach (var account in path)
            {
                account.Settle(reservation.Held, spent);
            }

            AnswerThoseWhoCanBe();
            return Money.Max(Money.Zero, spent.Cost - reservation.Held.Cost);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AccountState> Accounts()
    {
        lock (_lock)
        {
            return [_run.State, .. _nodes.Values.Select(account => account.State)];
        }
    }

    private Account[] PathOf(string nodeId)
    {
        if (!_nodes.TryGetValue(nodeId, out var node))
        {
            node = new Account($"{RunPath}/{nodeId}", _nodeCap(nodeId));
            _nodes.Add(nodeId, node);
        }

        return [_run, node];
    }

    private void GiveUp(LinkedListNode<Waiter> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (place.List is not null && place.Value.Answer.TrySetCanceled(cancellationToken))
            {
                _waiting.Remove(place);
                AnswerThoseWhoCanBe();
            }
        }
    }

    // First come, first served: who waits for an account keeps everybody behind it from taking that account's room.
    private void AnswerThoseWhoCanBe()
    {
        var waitedFor = new HashSet<Account>();
        for (var place = _waiting.First; place is not null;)
        {
            var next = place.Next;
            var waiter = place.Value;
            if (waiter.Path.Any(waitedFor.Contains))
            {
                waitedFor.UnionWith(waiter.Path);
            }
            else if (Decide(waiter) is { } result)
            {
                _waiting.Remove(place);
                waiter.Answer.SetResult(result);
            }
            else
            {
                waitedFor.UnionWith(waiter.Path.Where(account => account.HasHolds && !FitsWhole(account, waiter.Request.Bound)));
            }

            place = next;
        }
    }

    private ReservationResult? Decide(Waiter waiter)
    {
        var bound = waiter.Request.Bound;
        var least = waiter.Request.MayShrink ? bound.MinOutputTokens : bound.MaxOutputTokens;
        foreach (var account in waiter.Path)
        {
            if (account.RefusalFor(bound, least) is { } refusal)
            {
                return new ReservationResult(null, refusal);
            }
        }

        if (waiter.Path.Any(account => account.HasHolds && !FitsWhole(account, bound)))
        {
            return null;
        }

        var outputTokens = waiter.Path.Min(account => account.OutputTokensThatFit(bound));
        var held = new Amount(bound.CostWith(outputTokens), bound.InputTokens + outputTokens, 1);
        var reservation = new Reservation(++_lastId, waiter.Request.NodeId, outputTokens, held);
        _open.Add(reservation.Id, waiter.Path);
        foreach (var account in waiter.Path)
        {
            account.Hold(held);
        }

        return new ReservationResult(reservation, null);
    }

    private static bool FitsWhole(Account account, CallBound bound) => account.OutputTokensThatFit(bound) >= bound.MaxOutputTokens;
}
