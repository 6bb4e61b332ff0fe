using System.Collections.Concurrent;
using Binex.Testing.Proofs;

namespace Binex.Spine.Tests.Kill;

/// <summary>The second promise, against the real program and <c>kill -9</c>.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Runs = Proof.IsSoak ? 200 : 2;

    [Fact]
    public async Task Resume_KilledAtAnyMoment_CompletesAndAsksForNothingTwice()
    {
        var violations = new ConcurrentQueue<string>();
        var figures = new KillFigures();
        await Parallel.ForAsync(1, Runs + 1, async (seed, _) =>
        {
            await using var run = await KilledRun.StartAsync(seed);
            try
            {
                await run.PlayAsync();
                figures.Add(run);
            }
            catch (Exception wrong)
            {
                violations.Enqueue($"seed {seed}, kill {run.Kills}: {wrong.Message}");
            }
        });

        output.WriteLine(figures.ToString());
        violations.ShouldBeEmpty();
    }
}
