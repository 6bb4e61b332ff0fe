using Binex.Testing.Proofs;
using Binex.Validation.Tests.Fuzzing;

namespace Binex.Validation.Tests;

/// <summary>Whatever is done to a workflow, loading it ends with findings inside the text and never with an exception.</summary>
public sealed class MutationTests
{
    public static TheoryData<string> Seeds => ["whole-format", "python-0.5.1", "unsupported", "output-schemas", "json-good"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void LoadText_OfMutatedWorkflow_GivesFindingsInsideTheText(string name)
    {
        var folder = Repository.PathOf("tests", "Binex.Validation.Tests", "Cases", name);
        var file = Directory.GetFiles(folder, "workflow.*").Single();
        var original = File.ReadAllText(file);
        for (var seed = 0; seed < (Proof.IsSoak ? 50_000 : 400); seed++)
        {
            var text = TextMutations.Mutate(original, new Random(seed));

            var result = Loading.Load(text, Path.GetFileName(file), folder);

            (result.Workflow is null).ShouldBe(result.HasErrors, $"seed {seed}");
            result.Render().ShouldNotBeEmpty();
            foreach (var finding in result.Diagnostics)
            {
                var range = finding.Location.Range;
                range.Start.Line.ShouldBeGreaterThan(0, $"seed {seed}");
                range.Start.CompareTo(range.End).ShouldBeLessThanOrEqualTo(0, $"seed {seed}: {finding.Location} {finding.Message}");
            }
        }
    }
}
