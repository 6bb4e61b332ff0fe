using Binex.Validation.Fixing;

namespace Binex.Validation.Tests.Fixing;

/// <summary>What <c>--fix</c> does to a text, and what it leaves alone.</summary>
public sealed class WorkflowFixerTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Binex.Validation.Tests", "Fixing", "Cases");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fix_OfCase_GivesWhatIsExpected(string name)
    {
        var file = Directory.GetFiles(Path.Combine(Folder, name), "before.*").Single();
        var expected = file.Replace("before.", "after.", StringComparison.Ordinal);

        var result = Fix(File.ReadAllText(file), Path.GetFileName(file));

        if (Repository.Rewrites)
        {
            File.WriteAllText(expected, result.Loaded.Source!.Text);
        }

        result.Loaded.Source!.Text.ShouldBe(File.ReadAllText(expected));
        Fix(result.Loaded.Source!.Text, Path.GetFileName(file)).Fixed.ShouldBeEmpty("a second time there is nothing more to mend");
    }

    [Theory]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\r\n")]
    [InlineData("\n", "")]
    public void Fix_AnyLineEnds_KeepsThem(string lineEnd, string tail)
    {
        var before = string.Join(lineEnd, "name: d", "nodes:", "  a: { agent: local://echo }", "  b:", "    agnt: local://echo\t # who", "    depends_on:", "    - a", "    - a") + tail;
        var after = string.Join(lineEnd, "name: d", "nodes:", "  a: { agent: local://echo }", "  b:", "    agent: local://echo\t # who", "    depends_on:", "    - a") + tail;

        Fix(before).Loaded.Source!.Text.ShouldBe(after);
    }

    [Theory]
    [InlineData("a: { agent: local://echo, depends_on: [&x b, *x] }", "an alias is its anchor, which others may need")]
    [InlineData("a: { agent: local://echo, descriptoin: x, description: y }", "the key is there already")]
    [InlineData("a: { agent: local://echo, &k descriptoin : x }", "an anchor may stand for the key elsewhere")]
    [InlineData("a: { agent: local://echo, description: !!int 5 }", "the tag says that it is a number")]
    [InlineData("a: { agent: local://echo, description: &d 5 }", "another place may need the number")]
    [InlineData("a: { agent: local://echo, outputs: &o [], depends_on: *o }", "another place may need the empty list")]
    [InlineData("a: { agent: local://echo, zzz: 1 }", "no key is near")]
    [InlineData("a: { agent: local://echo, description: ~, prompt: [1] }", "a list is no text that lacks quotes")]
    [InlineData("a: { agent: local://echo, depends_on: [b, # why\n b] }", "a comment stands between the two")]
    public void Fix_WhereItIsNotSure_LeavesTheTextAlone(string node, string because)
    {
        var text = $"name: d\nnodes:\n  b: {{ agent: local://echo }}\n  {node}\n";
        var result = Fix(text);

        result.Loaded.Source!.Text.ShouldBe(text, because);
        result.Fixed.ShouldBeEmpty(because);
    }

    [Fact]
    public void Fix_TwoKeysForOneName_MendsTheFirstOnly()
    {
        var result = Fix("name: d\nnodes:\n  a: { agent: local://echo, descriptoin: x, descripton: y }\n");

        result.Loaded.Source!.Text.ShouldContain("{ agent: local://echo, description: x, descripton: y }");
        result.Fixed.ShouldHaveSingleItem();
    }

    [Fact]
    public void Fix_TextThatIsNoYaml_IsNotTouched()
    {
        const string Text = "name: d\nnodes:\n  a: { agnt: local://echo, depends_on: [b, b }\n";

        Fix(Text).Loaded.Source!.Text.ShouldBe(Text);
    }

    [Fact]
    public void Fix_MistakeInAFileThatTheWorkflowNames_LeavesThatFileOut()
    {
        var folder = Directory.CreateTempSubdirectory("binex-").FullName;
        File.WriteAllText(Path.Combine(folder, "schema.json"), """{"type": "object", "requird": 5}""");
        var loaded = Loading.Load("name: d\nnodes:\n  a: { agent: llm://gpt-4o-mini, prompt: x, output_schema: file://schema.json }\n", folder: folder);

        WorkflowFixer.Fix(loaded, text => Loading.Load(text, folder: folder)).Loaded.ShouldBe(loaded);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Fix_FixThatBreaksTheText_IsNotMade()
    {
        var loaded = Fixable();
        var times = 0;

        var result = WorkflowFixer.Fix(loaded, _ =>
        {
            times++;
            return Loading.Load("name: [");
        });

        result.Loaded.ShouldBe(loaded);
        times.ShouldBe(1);
    }

    [Fact]
    public void Fix_FixThatNeverHelps_ComesToAnEnd()
    {
        var times = 0;

        WorkflowFixer.Fix(Fixable(), text => Loading.Load($"{text}\n# {times++}\n  ".Replace("agent", "agnt", StringComparison.Ordinal)));

        times.ShouldBeLessThan(100);
    }

    [Theory]
    [InlineData("whole-format")]
    [InlineData("python-0.5.1")]
    [InlineData("outputs")]
    [InlineData("unknown-keys")]
    [InlineData("wrong-types")]
    [InlineData("json-mistakes")]
    public void Fix_OfMutatedWorkflow_NeverMakesItWorseToRead(string name)
    {
        var folder = Repository.PathOf("tests", "Binex.Validation.Tests", "Cases", name);
        var file = Directory.GetFiles(folder, "workflow.*").Single();
        var original = File.ReadAllText(file);
        for (var seed = 0; seed < (Repository.Soaks ? 5_000 : 100); seed++)
        {
            var random = new Random(seed);
            var text = original;
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, text[at].ToString()),
                    _ => text.Insert(at, "abc:,[]{}#&x*x \n\t'\""[random.Next(18)].ToString()),
                };
            }

            var before = Loading.Load(text, Path.GetFileName(file), folder);
            var after = WorkflowFixer.Fix(before, changed => Loading.Load(changed, Path.GetFileName(file), folder));

            after.Loaded.Codes().Count(IsOfReading).ShouldBeLessThanOrEqualTo(before.Codes().Count(IsOfReading), $"seed {seed}");
            (after.Fixed.Count > 0).ShouldBe(after.Loaded.Source?.Text != text && after.Loaded.Source is not null, $"seed {seed}");
        }
    }

    private static bool IsOfReading(string code) => code.StartsWith("BNX10", StringComparison.Ordinal);

    private static LoadResult Fixable() => Loading.Load("name: d\nnodes:\n  a: { agnt: local://echo }\n");

    private static FixResult Fix(string text, string path = "workflow.yaml") =>
        WorkflowFixer.Fix(Loading.Load(text, path), changed => Loading.Load(changed, path));
}
