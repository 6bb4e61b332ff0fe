using Binex.Core.Costs;
using Binex.Core.Prices;

namespace Binex.Core.Ledgers;

/// <summary>
/// The ledger of one run in memory: an account for the run and one for each node. All decisions are taken under one lock, so
/// that for every account spent and held together never pass a cap. A settlement costs time in proportion to the calls that it
/// lets go, not to those that wait.
/// </summary>
public sealed class Ledger : ILedger
{
    /// <summary>Path of the run's account.</summary>
    public const string RunPath = "run";

    private readonly Lock _lock = new();
    private readonly Account _run;
    private readonly Dictionary<string, NodeLine> _lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, Cap> _nodeCap;
    private readonly Dictionary<long, (Reservation Reservation, NodeLine Line)> _open = [];

    // Those whose turn it is in their node's line, in the order they came; not those for whom their node is known to have no room.
    // What a node has room for changes with its own holds and charges only, and then its first is brought here again.
    private readonly SortedSet<Waiter> _next = new(Comparer<Waiter>.Create((left, right) => left.Number.CompareTo(right.Number)));
    private long _lastReservation;
    private long _lastWaiter;

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
            _run.Settle(Amount.Zero, spent);
            LineOf(nodeId).Account.Settle(Amount.Zero, spent);
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
            var line = LineOf(request.NodeId);
            if (RefusalFor(request, line) is { } refusal)
            {
                return new ValueTask<ReservationResult>(new ReservationResult(null, refusal));
            }

            if (line.First is null && _next.Count == 0 && Hold(request, line) is { } reservation)
            {
                return new ValueTask<ReservationResult>(new ReservationResult(reservation, null));
            }

            waiter = new Waiter(++_lastWaiter, request, line);
            line.Join(waiter);
            BringForward(line);
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
            _run.Settle(held, spent);
            hold.Line.Account.Settle(held, spent);
            BringForward(hold.Line);
            AnswerThoseWhoCanBe();
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
            var line = _open[reservation.Id].Line;
            _open[reservation.Id] = (lowered, line);
            _run.Settle(reservation.Held - held, Amount.Zero);
            line.Account.Settle(reservation.Held - held, Amount.Zero);
            BringForward(line);
            AnswerThoseWhoCanBe();
        }

        return lowered;
    }

    /// <inheritdoc/>
    public IReadOnlyList<AccountState> Accounts()
    {
        lock (_lock)
        {
            return [_run.State, .. _lines.Values.Select(line => line.Account.State)];
        }
    }

    private NodeLine LineOf(string nodeId)
    {
        if (!_lines.TryGetValue(nodeId, out var line))
        {
            line = new NodeLine(new Account($"{RunPath}/{nodeId}", _nodeCap(nodeId)));
            _lines.Add(nodeId, line);
        }

        return line;
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
            if (waiter.Place is not null)
            {
                Leave(waiter);
                waiter.Answer.SetCanceled(cancellationToken);
                AnswerThoseWhoCanBe();
            }
        }
    }

    // First come, first served, in a line for each node and one for the run: who waits for the run's room keeps all who came later
    // from it. Who waits for a node's room stands in the node's line alone, whatever room the run has.
    private void AnswerThoseWhoCanBe()
    {
        while (_next.Min is { } waiter)
        {
            if (!waiter.Line.Account.HasRoomFor(waiter.Request.Bound))
            {
                _next.Remove(waiter);
            }
            else if (RefusalFor(waiter.Request, waiter.Line) is { } refusal)
            {
                Leave(waiter);
                waiter.Answer.SetResult(new ReservationResult(null, refusal));
            }
            else if (Hold(waiter.Request, waiter.Line) is { } reservation)
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

    private void Leave(Waiter waiter)
    {
        _next.Remove(waiter);
        waiter.Line.Leave(waiter);
        BringForward(waiter.Line);
    }

    private void BringForward(NodeLine line)
    {
        if (line.First is { } first)
        {
            _next.Add(first);
        }
    }

    // Spending never decreases, so that a refusal which is right now stays right, whoever else waits.
    private Refusal? RefusalFor(ReservationRequest request, NodeLine line)
    {
        var least = request.MayShrink ? request.Bound.MinOutputTokens : request.Bound.MaxOutputTokens;
        return _run.RefusalFor(request.Bound, least) ?? line.Account.RefusalFor(request.Bound, least);
    }

    /// <summary>Holds the most that the call can ever get, if there is room for that now; a lower limit is no reason to wait when nothing else would come of it.</summary>
    private Reservation? Hold(ReservationRequest request, NodeLine line)
    {
        var bound = request.Bound;
        var outputTokens = Math.Min(_run.OutputTokensAtBest(bound), line.Account.OutputTokensAtBest(bound));
        if (!line.Account.HasRoomFor(bound) || _run.OutputTokensNow(bound) < outputTokens)
        {
            return null;
        }

        var held = new Amount(bound.CostWith(outputTokens), bound.InputTokens + outputTokens, 1);
        var reservation = new Reservation(++_lastReservation, request.NodeId, outputTokens, held);
        _open.Add(reservation.Id, (reservation, line));
        _run.Hold(held);
        line.Account.Hold(held);
        return reservation;
    }
}
