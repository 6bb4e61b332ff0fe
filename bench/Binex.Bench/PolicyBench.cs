using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;

namespace Binex.Bench;

/// <summary>
/// What five shapes of graphs bill under a cap of 0.50 dollars when each call costs 0.40: 0.30 for what it is asked and up to 0.10 for
/// the answer. Three policies decide about the same calls.
/// </summary>
internal static class PolicyBench
{
    private const decimal Cap = 0.50m;
    private const decimal Input = 0.30m;
    private const decimal PerOutputToken = 0.0001m;
    private const int OutputTokens = 1_000;
    private const int LeastOutputTokens = 100;

    // Batches one after the other; in a batch, chains of calls beside each other.
    private static readonly (string Name, int[][] Batches)[] Shapes =
    [
        ("parallel: 5 nodes at once", [[1, 1, 1, 1, 1]]),
        ("chain: 5 nodes in a row", [[1], [1], [1], [1], [1]]),
        ("retries: 3 attempts of a node", [[3]]),
        ("tool loop: 5 rounds of a node", [[5]]),
        ("schema repair: 1 answer, 2 repairs", [[3]]),
    ];

    public static async Task RunAsync()
    {
        Console.WriteLine($"\nBill in dollars under a cap of {Cap}, calls of {Input + (OutputTokens * PerOutputToken)}");
        Console.WriteLine($"{"shape",-38} {"Binex",8} {"after the batch",16} {"shrink and let through",23}");
        foreach (var (name, batches) in Shapes)
        {
            Console.WriteLine($"{name,-38} {await BinexAsync(batches),8:0.00} {AfterTheBatch(batches),16:0.00} {ShrinkAndLetThrough(batches),23:0.00}");
        }
    }

    // The ledger that every run has. Each call costs its worst case.
    private static async Task<decimal> BinexAsync(int[][] batches)
    {
        var ledger = new Ledger(new Cap { Cost = new Money(Cap) }, _ => Core.Ledgers.Cap.None);
        var bound = new CallBound("m", 1, OutputTokens, LeastOutputTokens, Input * Pricing.PerTokens, PerOutputToken * Pricing.PerTokens, 0);
        foreach (var batch in batches)
        {
            await Task.WhenAll(batch.Select((calls, node) => Task.Run(async () =>
            {
                for (var call = 0; call < calls; call++)
                {
                    var result = await ledger.ReserveAsync(new ReservationRequest($"n{node}", bound), CancellationToken.None);
                    if (result.Reservation is not { } reservation)
                    {
                        return;
                    }

                    await Task.Yield();
                    ledger.Settle(reservation, reservation.Held);
                }
            })));
        }

        return ledger.Spent.Usd;
    }

    // Looks at what was spent when a batch of nodes has ended, and stops there when it is too much.
    private static decimal AfterTheBatch(int[][] batches)
    {
        var spent = 0m;
        foreach (var batch in batches)
        {
            if (spent >= Cap)
            {
                break;
            }

            spent += batch.Sum() * (Input + (OutputTokens * PerOutputToken));
        }

        return spent;
    }

    // Lowers max_tokens to what is left of what was spent so far, never below a least, and sends every call. Calls of a batch do not see each other.
    private static decimal ShrinkAndLetThrough(int[][] batches)
    {
        var spent = 0m;
        foreach (var batch in batches)
        {
            var before = spent;
            foreach (var calls in batch)
            {
                var own = before;
                for (var call = 0; call < calls; call++)
                {
                    var fits = (int)Math.Clamp((Cap - own - Input) / PerOutputToken, LeastOutputTokens, OutputTokens);
                    own += Input + (fits * PerOutputToken);
                }

                spent += own - before;
            }
        }

        return spent;
    }
}
