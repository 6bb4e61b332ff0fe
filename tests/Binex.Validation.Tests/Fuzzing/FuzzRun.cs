using System.Diagnostics;
using Binex.Testing.Proofs;
using Binex.Validation.Documents;

namespace Binex.Validation.Tests.Fuzzing;

/// <summary>
/// Feeds made inputs to a piece of code and holds it to its limits. Input n is made from seed n; a soak goes on with new ones for its share of
/// ten minutes.
/// </summary>
internal static class FuzzRun
{
    private const int Targets = 4;
    private const int Longer = DocumentLimits.MaxBytes + 10;
    private const long MostBytes = 500L * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Soak = TimeSpan.FromMinutes(10) / Targets;

    /// <summary>Runs until enough inputs were tried.</summary>
    /// <param name="count">How many, in every run.</param>
    /// <param name="make">Makes an input.</param>
    /// <param name="feed">Takes it; whatever it throws is a crash.</param>
    /// <returns>How many inputs were tried, and what the slowest of them took.</returns>
    public static async Task<string> OfAsync(int count, Func<Random, string> make, Action<string> feed)
    {
        var clock = Stopwatch.StartNew();
        var slowest = (Time: TimeSpan.Zero, Seed: 0);
        var seed = 0;
        for (; seed < count || (Proof.IsSoak && clock.Elapsed < Soak); seed++)
        {
            var input = Cut(make(new Random(seed)));
            var (time, bytes) = await MeasureAsync(seed, input, feed);

            // Beside other tests and a collection of garbage anything may be slow once; what is slow by itself is slow each time.
            for (var again = 0; again < 3 && time > Longest; again++)
            {
                (time, bytes) = await MeasureAsync(seed, input, feed);
            }

            slowest = time > slowest.Time ? (time, seed) : slowest;
            time.ShouldBeLessThanOrEqualTo(Longest, Describe(seed, input));
            bytes.ShouldBeLessThanOrEqualTo(MostBytes, Describe(seed, input));
        }

        return $"{seed:N0} inputs, the slowest {slowest.Time.TotalMilliseconds:N0} ms (seed {slowest.Seed})";
    }

    // What is allocated is more than what is held at any time.
    private static async Task<(TimeSpan Time, long Bytes)> MeasureAsync(int seed, string input, Action<string> feed)
    {
        var running = Task.Run(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            var work = Environment.CpuUsage.TotalTime;
            feed(input);

            // On a busy machine the clock goes on while nothing is done here.
            var time = TimeSpan.FromTicks(Math.Min(clock.Elapsed.Ticks, (Environment.CpuUsage.TotalTime - work).Ticks));
            return (time, GC.GetAllocatedBytesForCurrentThread() - before);
        });
        try
        {
            return await running.WaitAsync(Hang);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException(Describe(seed, input), error);
        }
    }

    // As long as a workflow may be, with room for seeing that longer ones are refused.
    private static string Cut(string input) => input.Length > Longer ? input[..Longer] : input;

    private static string Describe(int seed, string input) => $"seed {seed}, {input.Length} characters: {(input.Length > 2_000 ? input[..2_000] + "…" : input)}";
}
