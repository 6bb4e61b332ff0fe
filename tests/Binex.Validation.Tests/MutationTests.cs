namespace Binex.Validation.Tests;

/// <summary>Whatever is done to a workflow, loading it ends with findings inside the text and never with an exception.</summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        "${", "}", "{", "[", "]", ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "|", ">", "&a ", "*a", "<<: ", "#", "!!int ", "?", "\\", "\0", "\u2028", "😀", "\uD83D", "null", "1e999", "-", "~",
        "x-", "nodes:", "agent: ", "${user.x}", "depends_on: [a]", "%", "@", "---\n", "...\n", "\r", ",",
    ];

    public static TheoryData<string> Seeds => ["whole-format", "python-0.5.1", "unsupported", "output-schemas", "json-good"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void LoadText_OfMutatedWorkflow_GivesFindingsInsideTheText(string name)
    {
        var folder = Repository.PathOf("tests", "Binex.Validation.Tests", "Cases", name);
        var file = Directory.GetFiles(folder, "workflow.*").Single();
        var original = File.ReadAllText(file);
        for (var seed = 0; seed < (Repository.Soaks ? 50_000 : 400); seed++)
        {
            var text = Mutate(original, new Random(seed));

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

    private static string Mutate(string text, Random random)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                _ => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }
}
