using Binex.Testing.Proofs;
using Binex.Validation.Fixing;

namespace Binex.Validation.Tests.Fixing;

/// <summary>What <c>--fix</c> does to a text, and what it leaves alone.</summary>
public sealed class TextFixerTests
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
            File.WriteAllText(expected, result.Checked.Source!.Text);
        }

        result.Checked.Source!.Text.ShouldBe(File.ReadAllText(expected));
        Fix(result.Checked.Source!.Text, Path.GetFileName(file)).Fixed.ShouldBeEmpty("a second time there is nothing more to mend");
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

        Fix(before).Checked.Source!.Text.ShouldBe(after);
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

        result.Checked.Source!.Text.ShouldBe(text, because);
        result.Fixed.ShouldBeEmpty(because);
    }

    [Fact]
    public void Fix_TwoKeysForOneName_MendsTheFirstOnly()
    {
        var result = Fix("name: d\nnodes:\n  a: { agent: local://echo, descriptoin: x, descripton: y }\n");

        result.Checked.Source!.Text.ShouldContain("{ agent: local://echo, description: x, descripton: y }");
        result.Fixed.ShouldHaveSingleItem();
    }

    [Fact]
    public void Fix_TextThatIsNoYaml_IsNotTouched()
    {
        const string Text = "name: d\nnodes:\n  a: { agnt: local://echo, depends_on: [b, b }\n";

        Fix(Text).Checked.Source!.Text.ShouldBe(Text);
    }

    [Fact]
    public void Fix_MistakeInAFileThatTheWorkflowNames_LeavesThatFileOut()
    {
        var folder = Directory.CreateTempSubdirectory("binex-").FullName;
        File.WriteAllText(Path.Combine(folder, "schema.json"), """{"type": "object", "requird": 5}""");
        var loaded = Check("name: d\nnodes:\n  a: { agent: llm://gpt-4o-mini, prompt: x, output_schema: file://schema.json }\n", folder: folder);

        TextFixer.Fix(loaded, text => Check(text, folder: folder)).Checked.ShouldBe(loaded);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Fix_FixThatBreaksTheText_IsNotMade()
    {
        var loaded = Fixable();
        var times = 0;

        var result = TextFixer.Fix(loaded, _ =>
        {
            times++;
            return Check("name: [");
        });

        result.Checked.ShouldBe(loaded);
        times.ShouldBe(1);
    }

    [Fact]
    public void Fix_FixThatNeverHelps_ComesToAnEnd()
    {
        var times = 0;

        TextFixer.Fix(Fixable(), text => Check($"{text}\n# {times++}\n  ".Replace("agent", "agnt", StringComparison.Ordinal)));

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
        for (var seed = 0; seed < (Proof.IsSoak ? 5_000 : 100); seed++)
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

            var before = Check(text, Path.GetFileName(file), folder);
            var after = TextFixer.Fix(before, changed => Check(changed, Path.GetFileName(file), folder));

            Count(after.Checked).ShouldBeLessThanOrEqualTo(Count(before), $"seed {seed}");
            (after.Fixed.Count > 0).ShouldBe(after.Checked.Source?.Text != text && after.Checked.Source is not null, $"seed {seed}");
        }
    }

    private static int Count(CheckResult found) => found.Diagnostics.Count(finding => finding.Code.StartsWith("BNX10", StringComparison.Ordinal));

    private static CheckResult Fixable() => Check("name: d\nnodes:\n  a: { agnt: local://echo }\n");

    private static CheckResult Check(string text, string path = "workflow.yaml", string folder = ".")
    {
        var loaded = Loading.Load(text, path, folder);
        return new CheckResult(path, loaded.Diagnostics, loaded.Sources);
    }

    private static FixResult Fix(string text, string path = "workflow.yaml") => TextFixer.Fix(Check(text, path), changed => Check(changed, path));
}
