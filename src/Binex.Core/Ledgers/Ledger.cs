using Binex.Core.Costs;
using Binex.Core.Prices;

namespace Binex.Core.Ledgers;

/// <summary>
/// The ledger of one run in memory: an account for the run, one for each node, and one for each model and tag that has a cap. All
/// decisions are taken under one lock, so that for every account spent and held together never pass a cap. A settlement costs time
/// in proportion to the calls that it lets go, not to those that wait.
/// </summary>
public sealed class Ledger : ILedger
{
    /// <summary>Path of the run's account.</summary>
    public const string RunPath = "run";

    private readonly Lock _lock = new();
    private readonly Account _run;
    private readonly AccountLines _lines;
    private readonly Dictionary<long, (Reservation Reservation, AccountLine[] Path)> _open = [];

    // Those whose turn it is in the line they stand in, in the order they came; not those for whom that line's account is known to
    // have no room. What an account has room for changes with its own holds and charges only, and then its first is brought here again.
    private readonly SortedSet<Waiter> _next = new(Waiter.ByNumber);
    private long _lastReservation;
    private long _lastWaiter;

    /// <summary>Opens the books.</summary>
    /// <param name="runCap">The run's limits.</param>
    /// <param name="nodeCap">A node's limits, by its id.</param>
    /// <param name="groups">Limits of what several nodes spend together; null for none.</param>
    public Ledger(Cap runCap, Func<string, Cap> nodeCap, GroupCaps? groups = null)
    {
        _run = new Account(RunPath, runCap);
        _lines = new AccountLines(nodeCap, groups ?? GroupCaps.None);
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
    /// <param name="model">The model that it asked.</param>
    /// <param name="spent">What it spent.</param>
    public void Restore(string nodeId, string model, Amount spent)
    {
        lock (_lock)
        {
            Book(_lines.PathOf(nodeId, model), Amount.Zero, spent);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReservationResult> ReserveAsync(ReservationRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<ReservationResult>(cancellationToken);
        }

        Waiter waiter;
        lock (_lock)
        {
            var path = _lines.PathOf(request.NodeId, request.Bound.Model);
            if (RefusalFor(request, path) is { } refusal)
            {
                return new ValueTask<ReservationResult>(new ReservationResult(null, refusal));
            }

            if (_next.Count == 0 && !Array.Exists(path, static line => line.First is not null) && Hold(request, path) is { } reservation)
            {
                return new ValueTask<ReservationResult>(new ReservationResult(reservation, null));
            }

            waiter = new Waiter(++_lastWaiter, request, path);
            path[0].Join(waiter);
            BringForward(path[0]);
            AnswerThoseWhoCanBe();
        }

        return WaitAsync(waiter, cancellationToken);
    }

    /// <inheritdoc/>
    public Money Settle(Reservation reservation, Amount spent)
    {
        if (spent.Cost < Money.Zero || spent.Tokens < 0 || spent.Calls < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(spent), spent, "a charge is never negative");
        }

        lock (_lock)
        {
            if (!_open.Remove(reservation.Id, out var hold))
            {
                throw new InvalidOperationException($"reservation {reservation.Id} is not open");
            }

            var held = hold.Reservation.Held;
            Free(hold.Path, held, spent);
            return Money.Max(Money.Zero, spent.Cost - held.Cost);
        }
    }

    /// <summary>Lowers a hold, when an account beside this ledger has less room for the call.</summary>
    /// <param name="reservation">The hold.</param>
    /// <param name="bound">What the call can cost.</param>
    /// <param name="outputTokens">The output limit that is left.</param>
    /// <returns>The hold as it is now.</returns>
    internal Reservation Lower(Reservation reservation, CallBound bound, int outputTokens)
    {
        var held = new Amount(bound.CostWith(outputTokens), bound.InputTokens + outputTokens, 1);
        var lowered = reservation with { MaxOutputTokens = outputTokens, Held = held };
        lock (_lock)
        {
            var path = _open[reservation.Id].Path;
            _open[reservation.Id] = (lowered, path);
            Free(path, reservation.Held - held, Amount.Zero);
        }

        return lowered;
    }

    /// <inheritdoc/>
    public IReadOnlyList<AccountState> Accounts()
    {
        lock (_lock)
        {
            return [_run.State, .. _lines.States];
        }
    }

    private void Free(AccountLine[] path, Amount held, Amount spent)
    {
        Book(path, held, spent);
        foreach (var line in path)
        {
            BringForward(line);
        }

        AnswerThoseWhoCanBe();
    }

    private void Book(AccountLine[] path, Amount held, Amount spent)
    {
        _run.Settle(held, spent);
        foreach (var line in path)
        {
            line.Account.Settle(held, spent);
        }
    }

    private async ValueTask<ReservationResult> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        await using (cancellationToken.UnsafeRegister((_, token) => GiveUp(waiter, token), null).ConfigureAwait(false))
        {
            return await waiter.Answer.Task.ConfigureAwait(false);
        }
    }

    // Being answered and giving up exclude each other under the lock: who has left the line was answered, and keeps the answer.
    private void GiveUp(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.Line is not null)
            {
                Leave(waiter);
                waiter.Answer.SetCanceled(cancellationToken);
                AnswerThoseWhoCanBe();
            }
        }
    }

    // First come, first served, in a line for each account and one for the run: who waits for the run's room keeps all who came
    // later from it. Who waits for another account's room stands in its line alone, whatever room the run has.
    private void AnswerThoseWhoCanBe()
    {
        while (_next.Min is { } waiter)
        {
            if (waiter.WaitsFor() is { } line)
            {
                _next.Remove(waiter);
                MoveTo(line, waiter);
            }
            else if (RefusalFor(waiter.Request, waiter.Path) is { } refusal)
            {
                Leave(waiter);
                waiter.Answer.SetResult(new ReservationResult(null, refusal));
            }
            else if (Hold(waiter.Request, waiter.Path) is { } reservation)
            {
                Leave(waiter);
                waiter.Answer.SetResult(new ReservationResult(reservation, null));
            }
            else
            {
                return;
            }
        }
    }

    private void MoveTo(AccountLine line, Waiter waiter)
    {
        var before = waiter.Line!;
        if (line != before)
        {
            before.Leave(waiter);
            line.Join(waiter);
            BringForward(before);
        }
    }

    private void Leave(Waiter waiter)
    {
        var line = waiter.Line!;
        _next.Remove(waiter);
        line.Leave(waiter);
        BringForward(line);
    }

    private void BringForward(AccountLine line)
    {
        if (line.First is { } first)
        {
            _next.Add(first);
        }
    }

    // Spending never decreases, so that a refusal which is right now stays right, whoever else waits.
    private Refusal? RefusalFor(ReservationRequest request, AccountLine[] path)
    {
        var least = request.MayShrink ? request.Bound.MinOutputTokens : request.Bound.MaxOutputTokens;
        var refusal = _run.RefusalFor(request.Bound, least);
        for (var i = 0; i < path.Length && refusal is null; i++)
        {
            refusal = path[i].Account.RefusalFor(request.Bound, least);
        }

        return refusal;
    }

    /// <summary>Holds the most that the call can ever get, if there is room for that now; a lower limit is no reason to wait when nothing else would come of it.</summary>
    private Reservation? Hold(ReservationRequest request, AccountLine[] path)
    {
        var bound = request.Bound;
        var outputTokens = _run.OutputTokensAtBest(bound);
        foreach (var line in path)
        {
            if (!line.Account.HasRoomFor(bound))
            {
                return null;
            }

            outputTokens = Math.Min(outputTokens, line.Account.OutputTokensAtBest(bound));
        }

        if (_run.OutputTokensNow(bound) < outputTokens)
        {
            return null;
        }

        var held = new Amount(bound.CostWith(outputTokens), bound.InputTokens + outputTokens, 1);
        var reservation = new Reservation(++_lastReservation, request.NodeId, outputTokens, held);
        _open.Add(reservation.Id, (reservation, path));
        _run.Hold(held);
        foreach (var line in path)
        {
            line.Account.Hold(held);
        }

        return reservation;
    }
}
