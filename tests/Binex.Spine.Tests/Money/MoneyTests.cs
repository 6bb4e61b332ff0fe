using Binex.Testing.Proofs;

namespace Binex.Spine.Tests.Money;

/// <summary>The first promise, against a real HTTP server that bills by its own count.</summary>
public sealed class MoneyTests(ITestOutputHelper output)
{
    private static readonly int Seeds = Proof.IsSoak ? 1_000 : 15;

    [Fact]
    public async Task Run_AnyWorkflowCapAndFaults_NeverIsBilledAboveItsCapNorRefusedWhatFits()
    {
        await using var provider = await MoneyProvider.StartAsync();
        var cases = new MoneyCases(provider.Prices, provider.Address);
        var runs = new List<MoneyRun>();
        var violations = new List<string>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var run = await MoneyRun.OfAsync(cases.Of(seed), provider);
            runs.Add(run);
            Note(seed, violations, () => MoneyChecks.Check(run));
        }

        // By now every call that was given up has come to the provider, or never will.
        foreach (var run in runs)
        {
            Note(run.Case.Seed, violations, () => MoneyChecks.CheckBill(run, MoneyChecks.BooksOf(run)));
        }

        output.WriteLine(MoneyFigures.Of(runs));
        violations.ShouldBeEmpty();
    }

    private static void Note(int seed, List<string> violations, Action check)
    {
        try
        {
            check();
        }
        catch (Exception wrong)
        {
            violations.Add($"seed {seed}: {wrong.Message}");
        }
    }
}
