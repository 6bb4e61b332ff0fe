using Binex.Testing.Proofs;

namespace Binex.Spine.Tests.Days;

/// <summary>The first promise over many processes: one cap for the day, whoever is killed.</summary>
public sealed class DayCapTests(ITestOutputHelper output)
{
    private static readonly int Seeds = Proof.IsSoak ? 200 : 1;
    private static readonly int Processes = Proof.IsSoak ? 20 : 5;
    private const int Nodes = 50;

    [Fact]
    public async Task Run_ManyProcessesWithKillsUnderOneDayCap_NeverSpendMoreAndUseItUp()
    {
        var violations = new List<string>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var day = await DayRuns.StartAsync(seed, Processes, Nodes);
            await day.PlayAsync();

            var says = $"seed {seed}: {day.Calls} calls, {day.Kills} kills, ends {string.Join(", ", day.Ends.Select(end => $"{end.Value} x exit {end.Key}"))}; "
                + $"cap {day.Cap}, billed {day.Billed:0.000000}, in the ledger {day.Spent:0.000000} spent and {day.Held} held";
            output.WriteLine(says);
            var isUsedUp = day.Ends.ContainsKey(3);
            if (day.Billed > day.Cap || day.Billed > day.Spent || day.Spent > day.Cap || day.Held != 0 || (isUsedUp && day.Spent < 0.9m * day.Cap))
            {
                violations.Add(says);
            }
        }

        violations.ShouldBeEmpty();
    }
}
