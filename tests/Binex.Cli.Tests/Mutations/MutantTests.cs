using Binex.Models.Prices;
using Binex.Testing.Proofs;
using Binex.Validation;
using Binex.Validation.Files;

namespace Binex.Cli.Tests.Mutations;

/// <summary>
/// One slip in an example: whatever a run then fails on that could have been known before it, <c>validate</c> has reported. Nothing crashes
/// or hangs.
/// </summary>
public sealed class MutantTests(ITestOutputHelper output)
{
    private static readonly PriceBook Prices = new();

    public static TheoryData<string> Examples => ExamplesTests.Names;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Validate_OfMutant_ReportsWhateverFailsForAStaticReason(string example)
    {
        var original = File.ReadAllText(Repository.PathOf("examples", example));
        var own = await SimulatedRun.StaticFailuresAsync(Load(original).Workflow.ShouldNotBeNull());
        var (reported, failed, missed) = (0, 0, new List<string>());
        for (var seed = 0; seed < (Proof.IsSoak ? 200 : 20); seed++)
        {
            var (text, edit) = LineEdits.Make(original, new Random(seed));
            var loaded = Load(text);
            if (loaded.Diagnostics.Count > 0)
            {
                reported++;
                continue;
            }

            var failures = (await SimulatedRun.StaticFailuresAsync(loaded.Workflow.ShouldNotBeNull())).Except(own).ToList();
            if (failures.Count > 0)
            {
                failed++;
                missed.Add($"seed {seed}, {edit}\n    {string.Join("\n    ", failures)}");
            }
        }

        output.WriteLine($"{example}: {reported} reported, {failed} missed");
        missed.ShouldBeEmpty(string.Join("\n", missed));
    }

    private static LoadResult Load(string text) =>
        WorkflowLoader.LoadText("mutant.yaml", text, new LoadOptions { Prices = Prices, Files = new DiskWorkflowFiles(Repository.PathOf("examples")) });
}
