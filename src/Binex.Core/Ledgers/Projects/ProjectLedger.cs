using Binex.Core.Costs;

namespace Binex.Core.Ledgers.Projects;

/// <summary>
/// The ledger of one run whose project has caps: the run's own ledger in memory first, then the books that all processes share. A
/// call is held by both or by none; the run's hold is taken first and given back when the project has no room, so that nobody
/// ever waits for each other. Calls that come while the books are busy are served together in the next unit of work.
/// </summary>
public sealed class ProjectLedger : ILedger, IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Heartbeat = ProjectDesk.LeaseTime / 3;

    private readonly Ledger _run;
    private readonly IProjectStore _store;
    private readonly ProjectDesk _desk;
    private readonly TimeProvider _timeProvider;
    private readonly ITimer _heartbeat;
    private readonly Lock _lock = new();
    private readonly List<ProjectWish> _wishes = [];
    private readonly Dictionary<long, ProjectHold> _holds = [];
    private List<ProjectCharge> _charges = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;
    private bool _isWorking;
    private bool _mustServe;
    private bool _isClosing;
    private Exception? _broken;

    private ProjectLedger(Ledger run, IProjectStore store, ProjectDesk desk, TimeProvider timeProvider)
    {
        _run = run;
        _store = store;
        _desk = desk;
        _timeProvider = timeProvider;
        _heartbeat = timeProvider.CreateTimer(_ => Beat(), null, Heartbeat, Heartbeat);
    }

    /// <inheritdoc/>
    public Money Spent => _run.Spent;

    /// <inheritdoc/>
    public Money? Remaining => _desk.LeastOf(_run.Remaining);

    /// <summary>Opens the project's books for a run; holds of processes that are gone are charged now.</summary>
    /// <param name="run">The run's own ledger.</param>
    /// <param name="caps">What the project may spend.</param>
    /// <param name="store">The books.</param>
    /// <param name="runId">The run.</param>
    /// <param name="timeProvider">The clock; days are those of UTC.</param>
    /// <exception cref="IOException">The books cannot be read or written.</exception>
    public static ProjectLedger Open(Ledger run, ProjectCaps caps, IProjectStore store, string runId, TimeProvider timeProvider)
    {
        var desk = new ProjectDesk(caps, store, runId, timeProvider);
        store.Transact(desk.Open);
        return new ProjectLedger(run, store, desk, timeProvider);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The books cannot be read or written; nothing is held then.</exception>
    public async ValueTask<ReservationResult> ReserveAsync(ReservationRequest request, CancellationToken cancellationToken)
    {
        var first = await _run.ReserveAsync(request, cancellationToken).ConfigureAwait(false);
        if (first.Reservation is not { } reservation)
        {
            return first;
        }

        ProjectAnswer answer = default;
        try
        {
            var least = request.MayShrink ? request.Bound.MinOutputTokens : request.Bound.MaxOutputTokens;
            answer = await AskAsync(new ProjectWish(request.Bound, reservation.MaxOutputTokens, least), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (answer.Hold is null)
            {
                _run.Settle(reservation, Amount.Zero);
            }
        }

        if (answer.Hold is not { } hold)
        {
            return new ReservationResult(null, answer.Refusal);
        }

        if (hold.OutputTokens < reservation.MaxOutputTokens)
        {
            reservation = _run.Lower(reservation, request.Bound, hold.OutputTokens);
        }

        lock (_lock)
        {
            _holds.Add(reservation.Id, hold);
        }

        return new ReservationResult(reservation, null);
    }

    /// <inheritdoc/>
    public Money Settle(Reservation reservation, Amount spent)
    {
        var overshoot = _run.Settle(reservation, spent);
        lock (_lock)
        {
            _holds.Remove(reservation.Id, out var hold);
            _charges.Add(new ProjectCharge(hold!, spent.Cost));
            Wake();
        }

        return overshoot;
    }

    /// <inheritdoc/>
    public IReadOnlyList<AccountState> Accounts() => [.. _desk.Seen, .. _run.Accounts()];

    /// <summary>Waits until every charge is in the books, or it is known that they cannot be written. Nobody may be waiting for room.</summary>
    public Task BookedAsync()
    {
        lock (_lock)
        {
            return _work;
        }
    }

    /// <summary>Books what is left and gives the lease back. What is still held then stays held until the process ends.</summary>
    /// <exception cref="IOException">The books could not be written: whatever was still held is charged in full once the process has ended.</exception>
    public async ValueTask DisposeAsync()
    {
        await _heartbeat.DisposeAsync().ConfigureAwait(false);
        lock (_lock)
        {
            _isClosing = true;
            _news.TrySetResult();
        }

        await BookedAsync().ConfigureAwait(false);
        await Task.Run(() => _store.Transact(book =>
        {
            _desk.Close(book, _charges);
            return true;
        })).ConfigureAwait(false);
        _charges.Clear();
    }

    private async Task<ProjectAnswer> AskAsync(ProjectWish wish, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_broken is not null)
            {
                throw new IOException(_broken.Message, _broken);
            }

            _wishes.Add(wish);
            Wake();
        }

        await using (cancellationToken.UnsafeRegister((_, token) => GiveUp(wish, token), null).ConfigureAwait(false))
        {
            return await wish.Answer.Task.ConfigureAwait(false);
        }
    }

    private void GiveUp(ProjectWish wish, CancellationToken cancellationToken)
    {
        if (wish.Answer.TrySetCanceled(cancellationToken))
        {
            lock (_lock)
            {
                // Its place in the line of all runs is given back, even when nobody else waits here.
                _wishes.Remove(wish);
                _mustServe = true;
                Wake();
            }
        }
    }

    private void Beat()
    {
        lock (_lock)
        {
            if (_holds.Count > 0)
            {
                _mustServe = true;
                Wake();
            }
        }
    }

    // Called under the lock.
    private void Wake()
    {
        _news.TrySetResult();
        if (!_isWorking && _broken is null)
        {
            _isWorking = true;
            _work = Task.Run(WorkAsync);
        }
    }

    private async Task WorkAsync()
    {
        var pause = FirstPause;
        while (await GatherAsync().ConfigureAwait(false) is var (charges, wishes, news))
        {
            Dictionary<int, ProjectAnswer> answers;
            try
            {
                answers = _store.Transact(book => _desk.Serve(book, charges, wishes));
            }
#pragma warning disable CA1031 // Whatever it is, those who wait for the books are told; nobody waits for ever.
            catch (Exception broken)
#pragma warning restore CA1031
            {
                Break(broken, charges);
                return;
            }

            Deliver(wishes, answers);
            pause = answers.Count > 0 || charges.Count > 0 ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            if (answers.Count < wishes.Count)
            {
                await PauseAsync(news, pause).ConfigureAwait(false);
            }
        }
    }

    // What there is to do, and what tells of more; null when there is nothing. Who has settled a call often reserves the next at once:
    // a settlement waits for that for a moment, so that both go into one unit of work.
    private async Task<(List<ProjectCharge> Charges, List<ProjectWish> Wishes, Task News)?> GatherAsync()
    {
        for (var hasWaited = false; ; hasWaited = true)
        {
            Task news;
            lock (_lock)
            {
                _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                news = _news.Task;
                if (_charges.Count == 0 && _wishes.Count == 0 && !_mustServe)
                {
                    _isWorking = false;
                    return null;
                }

                if (hasWaited || _wishes.Count > 0 || _mustServe || _isClosing)
                {
                    var charges = _charges;
                    (_charges, _mustServe) = ([], false);
                    return (charges, [.. _wishes], news);
                }
            }

            await PauseAsync(news, FirstPause).ConfigureAwait(false);
        }
    }

    private async Task PauseAsync(Task news, TimeSpan time)
    {
        using var stop = new CancellationTokenSource();
        await Task.WhenAny(news, Task.Delay(time, _timeProvider, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
    }

    private void Deliver(List<ProjectWish> wishes, Dictionary<int, ProjectAnswer> answers)
    {
        lock (_lock)
        {
            foreach (var (place, answer) in answers)
            {
                _wishes.Remove(wishes[place]);
                if (!wishes[place].Answer.TrySetResult(answer) && answer.Hold is { } unwanted)
                {
                    // Given up while it was being answered.
                    _charges.Add(new ProjectCharge(unwanted, Money.Zero));
                }
            }
        }
    }

    private void Break(Exception broken, List<ProjectCharge> unwritten)
    {
        lock (_lock)
        {
            _broken = broken;
            _isWorking = false;
            _charges.InsertRange(0, unwritten);
            foreach (var wish in _wishes)
            {
                wish.Answer.TrySetException(broken);
            }

            _wishes.Clear();
        }
    }
}
