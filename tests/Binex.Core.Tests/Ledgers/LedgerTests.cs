using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;

namespace Binex.Core.Tests.Ledgers;

public sealed class LedgerTests
{
    private static readonly CallBound Dollar = new("m", 0, 100, 10, 0, 10_000, 0);

    [Fact]
    public async Task ReserveAsync_NothingFitsBesideAHold_WaitsForItsSettlement()
    {
        var ledger = new Ledger(CapOf(1), _ => Cap.None);
        var first = await ReserveAsync(ledger, "a");

        var second = ledger.ReserveAsync(new ReservationRequest("b", Dollar), default).AsTask();
        second.IsCompleted.ShouldBeFalse();
        ledger.Settle(first, Spent(0.25m));

        (await second).Reservation!.MaxOutputTokens.ShouldBe(75);
    }

    [Fact]
    public async Task ReserveAsync_LessThanItWishesIsLeft_LowersTheOutputLimitToWhatFits()
    {
        var ledger = new Ledger(CapOf(0.4567m), _ => Cap.None);

        var reservation = await ReserveAsync(ledger, "a");

        reservation.MaxOutputTokens.ShouldBe(45);
        reservation.Cost.ShouldBe(new Money(0.45m));
    }

    [Fact]
    public async Task ReserveAsync_LessThanTheLeastIsLeft_RefusesWithTheArithmetic()
    {
        var ledger = new Ledger(Cap.None, _ => CapOf(0.5m));
        ledger.Settle(await ReserveAsync(ledger, "a", fixedSize: false), Spent(0.45m));

        var result = await ledger.ReserveAsync(new ReservationRequest("A", Dollar), default);

        result.ShouldBe(new ReservationResult(null, new Refusal("run/a", RefusedMetric.Cost, 0.5m, 0.45m, 0, 0.1m, Dollar)));
    }

    [Fact]
    public async Task ReserveAsync_MustNotShrink_IsRefusedWhereALowerLimitWouldFit()
    {
        var ledger = new Ledger(CapOf(0.99m), _ => Cap.None);

        var result = await ledger.ReserveAsync(new ReservationRequest("a", Dollar, MayShrink: false), default);

        result.Refusal!.Needed.ShouldBe(1m);
    }

    [Fact]
    public async Task ReserveAsync_SeveralWaitForOneNodesCap_TheRunsRoomStaysOpenForOtherNodes()
    {
        var ledger = new Ledger(CapOf(10), id => id == "a" ? CapOf(1) : Cap.None);
        var running = await ReserveAsync(ledger, "a");
        var waiting = new[] { ReserveTask(ledger, "a"), ReserveTask(ledger, "a") };

        (await ReserveAsync(ledger, "b")).MaxOutputTokens.ShouldBe(100);

        waiting.Any(task => task.IsCompleted).ShouldBeFalse();
        ledger.Settle(running, Spent(0));
        (await waiting[0]).Reservation!.MaxOutputTokens.ShouldBe(100);
        waiting[1].IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(3)]
    public async Task ReserveAsync_OneWaitsForItsNode_KeepsNobodyFromWhatTheRunHasLeft(double runCap)
    {
        var ledger = new Ledger(CapOf((decimal)runCap), id => id == "a" ? CapOf(1) : Cap.None);
        await ReserveAsync(ledger, "a");
        var waiting = ReserveTask(ledger, "a");

        var small = ledger.ReserveAsync(new ReservationRequest("b", Dollar with { MaxOutputTokens = 20 }), default).AsTask();

        small.IsCompleted.ShouldBeTrue();
        waiting.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task ReserveAsync_ALaterCallWouldFit_IsNotLetPastTheOneThatWaitsForTheRun()
    {
        var ledger = new Ledger(CapOf(1.5m), _ => Cap.None);
        var running = await ReserveAsync(ledger, "a");
        var large = ReserveTask(ledger, "b");

        var small = ledger.ReserveAsync(new ReservationRequest("c", Dollar with { MaxOutputTokens = 20 }), default).AsTask();

        small.IsCompleted.ShouldBeFalse();
        ledger.Settle(running, Spent(0));
        (await large).Reservation!.MaxOutputTokens.ShouldBe(100);
        (await small).Reservation!.MaxOutputTokens.ShouldBe(20);
    }

    [Fact]
    public async Task ReserveAsync_WaitingCouldNotBringMore_DoesNotWait()
    {
        var ledger = new Ledger(CapOf(1.5m), id => id == "b" ? CapOf(0.5m) : Cap.None);
        await ReserveAsync(ledger, "a");

        (await ReserveAsync(ledger, "b")).MaxOutputTokens.ShouldBe(50);
    }

    [Fact]
    public async Task ReserveAsync_TheFirstInLineGivesUp_LetsTheNextOnesThrough()
    {
        using var cancellation = new CancellationTokenSource();
        var ledger = new Ledger(CapOf(1.5m), _ => Cap.None);
        await ReserveAsync(ledger, "a");
        var large = ledger.ReserveAsync(new ReservationRequest("b", Dollar), cancellation.Token).AsTask();
        var small = ledger.ReserveAsync(new ReservationRequest("c", Dollar with { MaxOutputTokens = 20 }), default).AsTask();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(large);
        (await small).Reservation!.MaxOutputTokens.ShouldBe(20);
        ledger.Accounts()[0].Held.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task ReserveAsync_CancelledBefore_HoldsNothing()
    {
        var ledger = new Ledger(CapOf(1), _ => Cap.None);

        await Should.ThrowAsync<OperationCanceledException>(ledger.ReserveAsync(new ReservationRequest("a", Dollar), new CancellationToken(true)).AsTask());

        ledger.Accounts()[0].Held.ShouldBe(Amount.Zero);
    }

    [Fact]
    public async Task Settle_AboveTheHold_BooksItInFullAndSaysByHowMuch()
    {
        var ledger = new Ledger(CapOf(1), _ => Cap.None);

        ledger.Settle(await ReserveAsync(ledger, "a"), Spent(1.25m)).ShouldBe(new Money(0.25m));

        ledger.Spent.ShouldBe(new Money(1.25m));
        ledger.Remaining.ShouldBe(Money.Zero);
        (await ledger.ReserveAsync(new ReservationRequest("a", Dollar), default)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Settle_NegativeChargeOrTwice_IsAMistakeAndChangesNothing()
    {
        var ledger = new Ledger(CapOf(1), _ => Cap.None);
        var reservation = await ReserveAsync(ledger, "a");

        Should.Throw<ArgumentOutOfRangeException>(() => ledger.Settle(reservation, Spent(-0.01m)));
        ledger.Settle(reservation, Spent(0.5m));
        Should.Throw<InvalidOperationException>(() => ledger.Settle(reservation, Spent(0)));

        ledger.Spent.ShouldBe(new Money(0.5m));
    }

    [Fact]
    public void Restore_WhatAnEarlierProcessSpent_CountsForTheRunAndTheNode()
    {
        var ledger = new Ledger(CapOf(1), _ => Cap.None);

        ledger.Restore("a", "m", Spent(0.75m));

        ledger.Accounts().Select(account => account.Spent).ShouldBe([Spent(0.75m), Spent(0.75m)]);
        ledger.Remaining.ShouldBe(new Money(0.25m));
    }

    private static Cap CapOf(decimal usd) => new() { Cost = new Money(usd) };

    private static Amount Spent(decimal usd) => new(new Money(usd), 1, 1);

    private static Task<ReservationResult> ReserveTask(Ledger ledger, string node) => ledger.ReserveAsync(new ReservationRequest(node, Dollar), default).AsTask();

    private static async Task<Reservation> ReserveAsync(Ledger ledger, string node, bool fixedSize = false)
    {
        var answer = ledger.ReserveAsync(new ReservationRequest(node, Dollar, !fixedSize), default);
        answer.IsCompleted.ShouldBeTrue("it should not wait");
        return (await answer).Reservation!;
    }
}
