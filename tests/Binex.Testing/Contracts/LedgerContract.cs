using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Shouldly;
using Xunit;

namespace Binex.Testing.Contracts;

/// <summary>What every ledger keeps to. The cap of a test may stand on any account that all nodes pay from.</summary>
public abstract class LedgerContract
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(1);
    private static readonly CallBound Dollar = new("m", 0, 100, 10, 0, 10_000, 0);

    /// <summary>Opens a ledger under which all calls together may cost so much.</summary>
    protected abstract ILedger Open(Money cap);

    [Fact]
    public async Task Reserve_Fits_HoldsTheWorstCaseAndSettlesToTheCharge()
    {
        var ledger = Open(new Money(1));

        var reservation = await ReserveAsync(ledger);
        reservation.MaxOutputTokens.ShouldBe(100);
        reservation.Cost.ShouldBe(new Money(1));
        ledger.Settle(reservation, Spent(0.25m)).ShouldBe(Money.Zero);

        ledger.Spent.ShouldBe(new Money(0.25m));
        (await ReserveAsync(ledger)).MaxOutputTokens.ShouldBe(75);
    }

    [Fact]
    public async Task Reserve_NothingFitsBesideHolds_WaitsInTurnForSettlements()
    {
        var ledger = Open(new Money(1));
        var first = await ReserveAsync(ledger);
        var waiting = Enumerable.Range(0, 5).Select(_ => ReserveAsync(ledger)).ToList();
        waiting.Any(wish => wish.IsCompleted).ShouldBeFalse();

        ledger.Settle(first, Spent(0));
        foreach (var wish in waiting)
        {
            var reservation = await wish.WaitAsync(Never);
            waiting.SkipWhile(other => other != wish).Skip(1).Any(later => later.IsCompleted).ShouldBeFalse();
            ledger.Settle(reservation, Spent(0.01m));
        }

        ledger.Spent.ShouldBe(new Money(0.05m));
    }

    [Fact]
    public async Task Reserve_LessThanTheLeastIsLeft_RefusesWithTheArithmetic()
    {
        var ledger = Open(new Money(1));
        ledger.Settle(await ReserveAsync(ledger), Spent(0.95m));

        var result = await ledger.ReserveAsync(new ReservationRequest("a", Dollar), default).AsTask().WaitAsync(Never);

        var refusal = result.Refusal.ShouldNotBeNull();
        (refusal.Metric, refusal.Limit, refusal.Spent, refusal.Held, refusal.Needed).ShouldBe((RefusedMetric.Cost, 1m, 0.95m, 0m, 0.1m));
        ledger.Accounts().All(account => account.Held == Amount.Zero).ShouldBeTrue();
    }

    [Fact]
    public async Task Reserve_GivenUp_HoldsNothingAndLetsTheNextGoOn()
    {
        var ledger = Open(new Money(1));
        var first = await ReserveAsync(ledger);
        using var cancellation = new CancellationTokenSource();
        var waiting = ledger.ReserveAsync(new ReservationRequest("b", Dollar), cancellation.Token).AsTask();
        var next = ReserveAsync(ledger);

        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting.WaitAsync(Never));
        ledger.Settle(first, Spent(0));

        ledger.Settle(await next.WaitAsync(Never), Spent(0.5m));
        ledger.Spent.ShouldBe(new Money(0.5m));
    }

    [Fact]
    public async Task Settle_AboveTheHold_IsBookedInFullAndReturned()
    {
        var ledger = Open(new Money(1));

        ledger.Settle(await ReserveAsync(ledger), Spent(1.5m)).ShouldBe(new Money(0.5m));

        ledger.Spent.ShouldBe(new Money(1.5m));
        (await ledger.ReserveAsync(new ReservationRequest("a", Dollar), default)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Settle_ChargeBelowZero_IsAMistake()
    {
        var ledger = Open(new Money(1));
        var reservation = await ReserveAsync(ledger);

        Should.Throw<ArgumentOutOfRangeException>(() => ledger.Settle(reservation, Spent(-0.01m)));
    }

    [Fact]
    public async Task ReserveAndSettle_ManyAtOnceWithCancellations_NeverPassTheCapAndUseItUp()
    {
        var ledger = Open(new Money(3));

        var spent = await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(() => WorkAsync(ledger, worker)))).WaitAsync(Never);

        var total = spent.Aggregate(Money.Zero, (sum, amount) => sum + amount);
        ledger.Spent.ShouldBe(total);
        total.ShouldBeLessThanOrEqualTo(new Money(3));
        total.ShouldBeGreaterThan(new Money(2.8m));
        ledger.Accounts().Where(account => account.Path.StartsWith("run", StringComparison.Ordinal)).All(account => account.Held == Amount.Zero)
            .ShouldBeTrue();
    }

    private static async Task<Money> WorkAsync(ILedger ledger, int worker)
    {
        var random = new Random(worker);
        var spent = Money.Zero;
        while (true)
        {
            using var cancellation = new CancellationTokenSource();
            var bound = Dollar with { MaxOutputTokens = random.Next(5, 60), MinOutputTokens = 5 };
            var wish = ledger.ReserveAsync(new ReservationRequest($"n{random.Next(4)}", bound), cancellation.Token).AsTask();
            var cancel = random.Next(5) == 0 ? Task.Run(cancellation.Cancel) : Task.CompletedTask;
            try
            {
                var result = await wish;
                if (result.Reservation is not { } reservation)
                {
                    return spent;
                }

                await Task.Yield();
                ledger.Accounts().All(account => !(account.Spent.Cost + account.Held.Cost > account.Cap.Cost)).ShouldBeTrue();
                var charge = reservation.Cost * (random.Next(101) / 100m);
                ledger.Settle(reservation, new Amount(charge, 1, 1)).ShouldBe(Money.Zero);
                spent += charge;
            }
            catch (OperationCanceledException)
            {
                cancellation.IsCancellationRequested.ShouldBeTrue();
            }

            await cancel;
        }
    }

    private static async Task<Reservation> ReserveAsync(ILedger ledger) =>
        (await ledger.ReserveAsync(new ReservationRequest("a", Dollar), default)).Reservation.ShouldNotBeNull();

    private static Amount Spent(decimal dollars) => new(new Money(dollars), 1, 1);
}
