using Binex.Core.Costs;
using Binex.Core.Ledgers;

namespace Binex.Core.Tests.Ledgers;

/// <summary>
/// Plays a schedule against the ledger on one thread and against <see cref="NaiveLedger"/> beside it, and holds the invariants
/// after every step. In the end everything is settled, and everybody must have been answered.
/// </summary>
internal sealed class LedgerSimulation : IDisposable
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(30);

    private readonly LedgerCase _case;
    private readonly bool _mayOvershoot;
    private readonly Ledger _ledger;
    private readonly NaiveLedger _naive;
    private readonly Task<ReservationResult>?[] _answers;
    private readonly CancellationTokenSource[] _cancellations;
    private readonly Dictionary<int, Reservation> _open = [];
    private readonly Dictionary<string, Amount> _charged = [];
    private int _asked;
    private Amount _spentBefore;

    public LedgerSimulation(LedgerCase given, bool mayOvershoot)
    {
        _case = given;
        _mayOvershoot = mayOvershoot;
        _ledger = new Ledger(given.Run, id => given.Nodes[int.Parse(id[1..])]);
        _naive = new NaiveLedger(given);
        _answers = new Task<ReservationResult>?[given.Wishes.Length];
        _cancellations = [.. given.Wishes.Select(_ => new CancellationTokenSource())];
    }

    /// <summary>What happened, in words; the same schedule must always say the same.</summary>
    public List<string> Log { get; } = [];

    /// <summary>How many got less than they wished for, or nothing.</summary>
    public int Curtailed { get; private set; }

    public void Dispose() => Array.ForEach(_cancellations, source => source.Dispose());

    public async Task PlayAsync()
    {
        foreach (var step in _case.Steps)
        {
            await TakeAsync(step);
        }

        while (_open.Count > 0)
        {
            await SettleAsync(_open.Keys.Min(), 50);
        }

        _naive.Waiting.ShouldBeEmpty();
        _answers.All(answer => answer is null || answer.IsCompleted).ShouldBeTrue();
        _ledger.Accounts().All(account => account.Held == Amount.Zero).ShouldBeTrue();
    }

    private async Task TakeAsync(LedgerStep step)
    {
        switch (step.Kind)
        {
            case LedgerStepKind.Reserve when _asked < _case.Wishes.Length:
                var wish = _asked++;
                _answers[wish] = _ledger.ReserveAsync(_case.Wishes[wish], _cancellations[wish].Token).AsTask();
                await CheckAsync(_naive.Reserve(wish));
                break;
            case LedgerStepKind.Settle when _open.Count > 0:
                await SettleAsync(_open.Keys.Order().ElementAt(step.Pick % _open.Count), step.Share);
                break;
            case LedgerStepKind.Cancel when _asked > 0:
                await CancelAsync(step.Pick % _asked);
                break;
            default:
                break;
        }
    }

    private async Task SettleAsync(int wish, int share)
    {
        _open.Remove(wish, out var reservation);
        var held = reservation!.Held;
        var spent = new Amount(held.Cost * (share / 100m), held.Tokens * share / 100, share == 0 ? 0 : 1);
        var node = _case.Wishes[wish].NodeId;
        _charged[node] = _charged.GetValueOrDefault(node) + spent;

        _ledger.Settle(reservation, spent).ShouldBe(Money.Max(Money.Zero, spent.Cost - held.Cost));

        await CheckAsync(_naive.Settle(wish, held, spent));
    }

    // Who is not waiting any more keeps what was answered.
    private async Task CancelAsync(int wish)
    {
        var waits = _naive.Waiting.Contains(wish);
        await _cancellations[wish].CancelAsync();
        if (waits)
        {
            await Should.ThrowAsync<OperationCanceledException>(_answers[wish]!.WaitAsync(Never));
            Log.Add($"{wish} gave up");
            await CheckAsync(_naive.Cancel(wish));
        }
        else
        {
            _answers[wish]!.IsCanceled.ShouldBe(Log.Contains($"{wish} gave up"));
        }
    }

    private async Task CheckAsync(List<(int Wish, int? Limit)> expected)
    {
        CheckAccounts();
        foreach (var (wish, limit) in expected)
        {
            var result = await _answers[wish]!.WaitAsync(Never);
            (result.Reservation?.MaxOutputTokens).ShouldBe(limit);
            (result.Refusal is null).ShouldBe(limit is not null);
            Check(_case.Wishes[wish], result);
            Log.Add($"{wish} {result.Reservation?.ToString() ?? result.Refusal!.ToString()}");
            Curtailed += limit == _case.Wishes[wish].Bound.MaxOutputTokens ? 0 : 1;
            if (result.Reservation is not null)
            {
                _open.Add(wish, result.Reservation);
            }
        }

        _naive.Waiting.All(wish => !_answers[wish]!.IsCompleted).ShouldBeTrue();
    }

    private void CheckAccounts()
    {
        var accounts = _ledger.Accounts();
        foreach (var account in accounts)
        {
            var naive = account.Path == Ledger.RunPath ? _naive.Run : _naive.Nodes[int.Parse(account.Path[5..])];
            account.Spent.ShouldBe(naive.Spent);
            account.Held.ShouldBe(naive.Held);
            (_mayOvershoot || NaiveAccount.Fits(account.Cap, account.Spent + account.Held)).ShouldBeTrue();
        }

        var run = accounts[0];
        Sum(accounts.Skip(1).Select(account => account.Spent)).ShouldBe(run.Spent);
        Sum(accounts.Skip(1).Select(account => account.Held)).ShouldBe(run.Held);
        Sum(_charged.Values).ShouldBe(run.Spent);
        (run.Spent.Cost >= _spentBefore.Cost && run.Spent.Tokens >= _spentBefore.Tokens && run.Spent.Calls >= _spentBefore.Calls).ShouldBeTrue();
        _spentBefore = run.Spent;
        _ledger.Spent.ShouldBe(run.Spent.Cost);
        _ledger.Remaining.ShouldBe(run.Cap.Cost is { } cap ? Money.Max(Money.Zero, cap - run.Spent.Cost - run.Held.Cost) : null);
    }

    private void Check(ReservationRequest request, ReservationResult result)
    {
        if (result.Refusal is { } refusal)
        {
            (refusal.Spent + refusal.Needed).ShouldBeGreaterThan(refusal.Limit);
            refusal.Bound.ShouldBe(request.Bound);
            var least = NaiveAccount.Need(request.Bound, request.MayShrink ? request.Bound.MinOutputTokens : request.Bound.MaxOutputTokens);
            refusal.Needed.ShouldBe(Of(refusal.Metric, least));
            var account = _ledger.Accounts().Single(account => account.Path == refusal.Account);
            refusal.Spent.ShouldBe(Of(refusal.Metric, account.Spent));
            return;
        }

        var reservation = result.Reservation!;
        reservation.NodeId.ShouldBe(request.NodeId);
        reservation.Held.ShouldBe(NaiveAccount.Need(request.Bound, reservation.MaxOutputTokens));
        reservation.MaxOutputTokens.ShouldBeLessThanOrEqualTo(request.Bound.MaxOutputTokens);
        reservation.MaxOutputTokens.ShouldBeGreaterThanOrEqualTo(request.MayShrink ? request.Bound.MinOutputTokens : request.Bound.MaxOutputTokens);
    }

    private static decimal Of(RefusedMetric metric, Amount amount) => metric switch
    {
        RefusedMetric.Cost => amount.Cost.Usd,
        RefusedMetric.Tokens => amount.Tokens,
        _ => amount.Calls,
    };

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(Amount.Zero, (sum, amount) => sum + amount);
}
