using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Testing.Proofs;

namespace Binex.Core.Tests.Ledgers;

/// <summary>Real threads. What a schedule on one thread cannot show: the lock, and being cancelled while being answered.</summary>
public sealed class LedgerStressTests
{
    private const int Workers = 50;
    private static readonly int CallsEach = Proof.IsSoak ? 2_000 : 40;
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task ReserveAndSettle_FiftyAtOnceWithCancellations_KeepsCapsAndLeavesNothingHeld()
    {
        var cap = new Cap { Cost = new Money(Workers * CallsEach * 0.03m), Tokens = null, Calls = null };
        var ledger = new Ledger(cap, id => id == "n0" ? new Cap { Cost = new Money(0.5m) } : Cap.None);

        var spent = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(ledger, worker)))).WaitAsync(Never);

        var accounts = ledger.Accounts();
        accounts.Select(account => account.Held).Distinct().ShouldBe([Amount.Zero]);
        accounts[0].Spent.ShouldBe(spent.Aggregate(Amount.Zero, (sum, amount) => sum + amount));
        accounts.Skip(1).Aggregate(Amount.Zero, (sum, account) => sum + account.Spent).ShouldBe(accounts[0].Spent);
    }

    [Fact]
    public async Task ReserveAsync_AThousandWait_AllAreAnsweredInTurnAsHoldsSettle()
    {
        const int Waiters = 1_000;
        var bound = new CallBound("m", 0, 100, 100, 0, 10_000, 0);
        var ledger = new Ledger(new Cap { Cost = new Money(1) }, _ => Cap.None);
        var answers = Enumerable.Range(0, Waiters).Select(i => ledger.ReserveAsync(new ReservationRequest($"n{i % 7}", bound), default).AsTask()).ToList();

        var served = new List<long>();
        foreach (var answer in answers)
        {
            var reservation = (await answer.WaitAsync(Never)).Reservation!;
            served.Add(reservation.Id);
            ledger.Settle(reservation, Amount.Zero);
        }

        served.ShouldBe(Enumerable.Range(1, Waiters).Select(i => (long)i));
    }

    private static async Task<Amount> WorkAsync(Ledger ledger, int worker)
    {
        var random = new Random(worker);
        var spent = Amount.Zero;
        for (var i = 0; i < CallsEach; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var bound = new CallBound("m", random.Next(50), random.Next(1, 100), 1, 500, 1_000 * random.Next(8), 0);
            var wish = ledger.ReserveAsync(new ReservationRequest($"n{random.Next(6)}", bound, random.Next(2) == 0), cancellation.Token).AsTask();
            var cancel = random.Next(3) == 0 ? Task.Run(cancellation.Cancel) : Task.CompletedTask;
            try
            {
                if ((await wish).Reservation is { } reservation)
                {
                    await Task.Yield();
                    Check(ledger);
                    var charge = new Amount(reservation.Cost * (random.Next(101) / 100m), random.Next((int)reservation.Held.Tokens + 1), 1);
                    ledger.Settle(reservation, charge).ShouldBe(Money.Zero);
                    spent += charge;
                }
            }
            catch (OperationCanceledException)
            {
                cancellation.IsCancellationRequested.ShouldBeTrue();
            }

            await cancel;
        }

        return spent;
    }

    private static void Check(Ledger ledger)
    {
        foreach (var account in ledger.Accounts())
        {
            NaiveAccount.Fits(account.Cap, account.Spent + account.Held).ShouldBeTrue();
        }
    }
}
