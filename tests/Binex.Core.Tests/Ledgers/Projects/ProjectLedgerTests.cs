using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Prices;
using Binex.Testing.Ledgers;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Core.Tests.Ledgers.Projects;

public sealed class ProjectLedgerTests
{
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(1);
    private static readonly CallBound Dollar = new("m", 0, 100, 10, 0, 10_000, 0);
    private readonly MemoryProjectStore _books = new();
    private readonly FakeProcesses _processes;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.Zero));

    public ProjectLedgerTests() => _processes = new FakeProcesses(_books);

    [Fact]
    public async Task Settle_AfterMidnightAndTheEndOfTheMonth_IsBookedWhereItWasReserved()
    {
        await using var ledger = Open(1, new ProjectCaps(new Money(2), new Money(10)));
        var before = await ReserveAsync(ledger);
        _time.Advance(TimeSpan.FromMinutes(2));
        var after = await ReserveAsync(ledger);

        ledger.Settle(before, Spent(0.4m));
        ledger.Settle(after, Spent(0.3m));
        await ledger.DisposeAsync();

        SpentIn("2026-11-30", "2026-11", "2026-12-01", "2026-12").ShouldBe([0.4m, 0.4m, 0.3m, 0.3m]);
    }

    [Fact]
    public async Task ReserveAsync_TheDayIsUsedUp_TheNextDayHasRoomAgain()
    {
        await using var ledger = Open(1, new ProjectCaps(new Money(1), null));
        ledger.Settle(await ReserveAsync(ledger), Spent(1));
        var refusal = (await WishAsync(ledger)).Refusal.ShouldNotBeNull();
        (refusal.Account, refusal.Limit, refusal.Spent).ShouldBe((ProjectCaps.DayPath, 1m, 1m));

        _time.Advance(TimeSpan.FromMinutes(2));

        ledger.Settle(await ReserveAsync(ledger), Spent(0));
    }

    [Fact]
    public async Task ReserveAsync_TheMonthIsUsedUp_SaysSo()
    {
        await using var ledger = Open(1, new ProjectCaps(new Money(5), new Money(1)));
        ledger.Settle(await ReserveAsync(ledger), Spent(0.95m));

        (await WishAsync(ledger)).Refusal!.Account.ShouldBe(ProjectCaps.MonthPath);
    }

    [Fact]
    public async Task ReserveAsync_LessThanTheRunAllowsIsLeft_LowersBothHolds()
    {
        await using var ledger = Open(1, new ProjectCaps(new Money(0.45m), null));

        var reservation = await ReserveAsync(ledger);

        (reservation.MaxOutputTokens, reservation.Cost).ShouldBe((45, new Money(0.45m)));
        ledger.Accounts().Single(account => account.Path == Ledger.RunPath).Held.Cost.ShouldBe(new Money(0.45m));
        ledger.Settle(reservation, Spent(0.45m));
        ledger.Accounts().Single(account => account.Path == Ledger.RunPath).Held.ShouldBe(Amount.Zero);
    }

    [Fact]
    public async Task ReserveAsync_ADeadProcessHoldsWhatIsWantedAndStandsBefore_ChargesItAndGoesOn()
    {
        var caps = new ProjectCaps(new Money(2), null);
        var dead = Open(7, caps);
        await ReserveAsync(dead);
        await ReserveAsync(dead);
        _ = WishAsync(dead);
        await using var ledger = Open(1, caps);
        var wish = WishAsync(ledger);
        await Turns(3);
        wish.IsCompleted.ShouldBeFalse();

        _processes.Forget(7);
        var result = await AfterTurns(wish);

        result.Refusal.ShouldNotBeNull().Spent.ShouldBe(2m);
        SpentIn("2026-11-30").ShouldBe([2m]);
    }

    [Fact]
    public async Task Settle_AfterOthersTookTheProcessForDead_BooksNothingTwice()
    {
        var caps = new ProjectCaps(new Money(2), null);
        await using var slept = Open(7, caps);
        var held = await ReserveAsync(slept);
        _processes.Forget(7);
        await using var ledger = Open(1, caps);
        SpentIn("2026-11-30").ShouldBe([1m]);

        slept.Settle(held, Spent(0.25m));
        slept.Settle(await ReserveAsync(slept), Spent(0.5m));
        await slept.DisposeAsync();

        SpentIn("2026-11-30").ShouldBe([1.5m]);
    }

    [Fact]
    public async Task Open_ALeaseHasExpired_IsChargedThoughNothingIsKnownOfItsProcess()
    {
        var caps = new ProjectCaps(new Money(2), null);
        await ReserveAsync(Open(7, caps, new FakeTimeProvider(_time.GetUtcNow())));
        _time.Advance(ProjectDesk.LeaseTime + TimeSpan.FromSeconds(1));

        await using var ledger = Open(1, caps);

        SpentIn("2026-11-30").ShouldBe([1m]);
    }

    [Fact]
    public async Task Open_ALongCallOfALivingProcess_KeepsItsLease()
    {
        var caps = new ProjectCaps(new Money(2), null);
        await using var patient = Open(7, caps);
        var held = await ReserveAsync(patient);
        for (var i = 0; i < 10; i++)
        {
            var before = _books.Transactions;
            _time.Advance(ProjectDesk.LeaseTime / 3);
            SpinWait.SpinUntil(() => _books.Transactions > before, Never).ShouldBeTrue();
        }

        await using var ledger = Open(1, caps);

        SpentIn("2026-11-30").ShouldBe([0m]);
        patient.Settle(held, Spent(0.1m));
    }

    [Fact]
    public async Task ReserveAsync_TwoRunsWait_TakeTurns()
    {
        var caps = new ProjectCaps(new Money(1), null);
        await using var one = Open(1, caps);
        await using var other = Open(2, caps);
        var running = await ReserveAsync(one);
        var first = new[] { WishAsync(one), WishAsync(one), WishAsync(one) };
        await Turns(2);
        var second = WishAsync(other);
        await Turns(2);

        one.Settle(running, Spent(0));
        var next = await AfterTurns(first[0]);
        one.Settle(next.Reservation!, Spent(0));

        var turn = await AfterTurns(second);
        first[1].IsCompleted.ShouldBeFalse();
        other.Settle(turn.Reservation!, Spent(0));
        foreach (var late in first[1..])
        {
            one.Settle((await AfterTurns(late)).Reservation!, Spent(0));
        }
    }

    [Fact]
    public async Task ReserveAsync_TheOneWhoseTurnItIsGivesUp_LetsOthersGoOn()
    {
        var caps = new ProjectCaps(new Money(1), null);
        await using var one = Open(1, caps);
        await using var other = Open(2, caps);
        var running = await ReserveAsync(one);
        using var cancellation = new CancellationTokenSource();
        var given = one.ReserveAsync(new ReservationRequest("a", Dollar), cancellation.Token).AsTask();
        await Turns(2);
        var wish = WishAsync(other);

        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        one.Settle(running, Spent(0));

        other.Settle((await AfterTurns(wish)).Reservation!, Spent(0));
    }

    [Fact]
    public async Task ReserveAsync_TheBooksBreak_TellsAllWhoWaitAndHoldsNothing()
    {
        var ledger = Open(1, new ProjectCaps(new Money(1), null));
        var running = await ReserveAsync(ledger);
        var waiting = WishAsync(ledger);

        _books.Problem = new IOException("the disk is full");
        ledger.Settle(running, Spent(0.5m));

        (await Should.ThrowAsync<IOException>(waiting.WaitAsync(Never))).Message.ShouldBe("the disk is full");
        (await Should.ThrowAsync<IOException>(WishAsync(ledger))).Message.ShouldBe("the disk is full");
        ledger.Accounts().Single(account => account.Path == Ledger.RunPath).Held.ShouldBe(Amount.Zero);
        await Should.ThrowAsync<IOException>(async () => await ledger.DisposeAsync());

        _books.Problem = null;
        await ledger.DisposeAsync();
        SpentIn("2026-11-30").ShouldBe([0.5m]);
    }

    [Fact]
    public async Task Remaining_IsTheLeastOfAllAccounts()
    {
        var run = new Ledger(new Cap { Cost = new Money(3) }, _ => Cap.None);
        await using var ledger = ProjectLedger.Open(run, new ProjectCaps(new Money(2.5m), new Money(9)), _books, "r", _time);
        ledger.Remaining.ShouldBe(new Money(2.5m));

        ledger.Settle(await ReserveAsync(ledger), Spent(1));
        await ledger.DisposeAsync();

        ledger.Remaining.ShouldBe(new Money(1.5m));
    }

    private ProjectLedger Open(int process, ProjectCaps caps, TimeProvider? time = null) =>
        ProjectLedger.Open(new Ledger(Cap.None, _ => Cap.None), caps, _processes.As(process), $"run-{process}", time ?? _time);

    // Who waits looks again after a while; the books say when it has looked.
    private async Task Turns(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(10);
            _time.Advance(TimeSpan.FromMilliseconds(300));
        }
    }

    private async Task<ReservationResult> AfterTurns(Task<ReservationResult> wish)
    {
        for (var i = 0; i < 1_000 && !wish.IsCompleted; i++)
        {
            await Turns(1);
        }

        return await wish.WaitAsync(Never);
    }

    private decimal[] SpentIn(params string[] periods) => _books.Transact(book => periods.Select(period => book.SpentIn(period).Usd).ToArray());

    private static Task<ReservationResult> WishAsync(ProjectLedger ledger) => ledger.ReserveAsync(new ReservationRequest("a", Dollar), default).AsTask();

    private static async Task<Reservation> ReserveAsync(ProjectLedger ledger) => (await WishAsync(ledger)).Reservation.ShouldNotBeNull();

    private static Amount Spent(decimal dollars) => new(new Money(dollars), 1, 1);
}
