using System.Diagnostics;
using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Prices;
using Binex.Store.Ledgers;

namespace Binex.Bench;

/// <summary>How many calls a second the ledgers can reserve and settle.</summary>
internal static class LedgerBench
{
    private static readonly ReservationRequest Wish = new("node", new CallBound("m", 1_000, 500, 100, 2.5m, 10m, 0));
    private static readonly Cap Wide = new() { Cost = new Money(1_000_000_000) };
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    public static async Task RunAsync()
    {
        Console.WriteLine("\nReserve and settle, pairs a second");
        Say("in process, one thread", await MeasureAsync(new Ledger(Wide, _ => Cap.None), 1));
        Say("in process, 16 threads", await MeasureAsync(new Ledger(Wide, _ => Cap.None), 16));
        var folder = Directory.CreateTempSubdirectory("binex-bench-");
        try
        {
            await using var shared = ProjectLedger.Open(
                new Ledger(Cap.None, _ => Cap.None), new ProjectCaps(Wide.Cost, Wide.Cost), new ProjectStore(folder.FullName, TimeProvider.System), "bench", TimeProvider.System);
            Say("shared on disk, one after the other", await MeasureAsync(shared, 1));
            Say("shared on disk, 16 at once", await MeasureAsync(shared, 16));
            Say("shared on disk, 50 at once", await MeasureAsync(shared, 50));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(ILedger ledger, int workers)
    {
        await WorkAsync(ledger, TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();
        var pairs = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(ledger, Long))));
        return pairs.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> WorkAsync(ILedger ledger, TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var spent = new Amount(new Money(0.000001m), 10, 1);
        var pairs = 0L;
        while (Stopwatch.GetTimestamp() < until)
        {
            var result = await ledger.ReserveAsync(Wish, CancellationToken.None);
            ledger.Settle(result.Reservation!, spent);
            pairs++;
        }

        return pairs;
    }

    private static void Say(string what, double pairs) => Console.WriteLine($"{what,-38} {pairs,12:N0}");
}
