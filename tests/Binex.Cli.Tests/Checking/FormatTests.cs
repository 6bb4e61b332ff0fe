using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Binex.Cli.Tests.Processes;
using Binex.JsonSchema;

namespace Binex.Cli.Tests.Checking;

/// <summary>The formats of <c>validate</c>, printed by the real program and read back as those read them for whom they are made.</summary>
public sealed partial class FormatTests
{
    private static readonly string Sample = Repository.PathOf("tests", "Binex.Cli.Tests", "Checking", "Sample");

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("msbuild")]
    [InlineData("junit")]
    [InlineData("template:findings.sbn")]
    public async Task Validate_Format_IsAsApproved(string format)
    {
        var result = await ValidateAsync("--format", format);

        var approved = Repository.PathOf("tests", "Binex.Cli.Tests", "Checking", "Golden", $"{format.Split(':')[0]}.txt");
        if (Repository.Rewrites)
        {
            File.WriteAllText(approved, result.Out);
        }

        result.Out.ShouldBe(File.ReadAllText(approved));
        result.Error.ShouldBeEmpty("everything belongs to stdout");
    }

    [Fact]
    public async Task Validate_Json_IsWhatItsSchemaSays()
    {
        using var binex = new BinexProcess();
        var text = (await binex.RunAsync("schema", "diagnostics")).ShouldExit(0).Json;
        var schema = SchemaCompiler.Compile(text).Schema.ShouldNotBeNull();

        schema.Validate((await ValidateAsync("--format", "json")).Json).ShouldBeEmpty();
        schema.Validate((await ValidateAsync("--format", "json", "--fix", "--dry-run")).Json).ShouldBeEmpty();
        schema.Validate((await binex.RunAsync("validate", "--format", "json")).ShouldExit(2).Json).ShouldBeEmpty();
        schema.Validate((await binex.RunAsync("validate", "missing.yaml", "--format", "json")).ShouldExit(2).Json).ShouldBeEmpty();
        schema.Validate((await binex.RunAsync("validate", "--bogus", "--format", "json")).ShouldExit(2).Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_GitHub_ReadBackGivesTheFindings()
    {
        var lines = (await ValidateAsync("--format", "github")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var expected = await FindingsAsync();

        lines.Length.ShouldBe(expected.Count);
        foreach (var (line, finding) in lines.Zip(expected))
        {
            var command = GitHubCommand.Parse(line);
            command.Name.ShouldBe(finding.Severity == "info" ? "notice" : finding.Severity);
            command.Properties["file"].ShouldBe(finding.File);
            command.Properties["title"].ShouldStartWith($"{finding.Code}: ");
            command.Properties["line"].ShouldBe(finding.Range[0]);
            command.Properties["endLine"].ShouldBe(finding.Range[2]);
            if (finding.Range[0] == finding.Range[2])
            {
                command.Properties["col"].ShouldBe(finding.Range[1]);
                command.Properties["endColumn"].ShouldBe(finding.Range[3]);
            }
            else
            {
                command.Properties.ContainsKey("col").ShouldBeFalse();
            }

            command.Data.Split('\n').ShouldContain(finding.Message.Split('\n')[0]);
        }
    }

    [Fact]
    public async Task Validate_MsBuild_ReadBackGivesTheFindings()
    {
        var lines = (await ValidateAsync("--format", "msbuild")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var expected = await FindingsAsync();

        lines.Length.ShouldBe(expected.Count);
        foreach (var (line, finding) in lines.Zip(expected))
        {
            var match = Canonical().Match(line);
            match.Success.ShouldBeTrue(line);
            match.Groups["file"].Value.ShouldBe(finding.File);
            match.Groups["range"].Value.ShouldBe(string.Join(',', finding.Range));
            match.Groups["severity"].Value.ShouldBe(finding.Severity);
            match.Groups["code"].Value.ShouldBe(finding.Code);
            match.Groups["text"].Value.ShouldStartWith(finding.Message.Replace('\n', ' '));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Validate_JUnit_CountsWhatFails(bool warnAsError)
    {
        var expected = await FindingsAsync();
        var result = await ValidateAsync(["--format", "junit", .. warnAsError ? new[] { "--warn-as-error" } : []]);

        var suites = XDocument.Parse(result.Out).Root!.Elements("testsuite").ToList();

        suites.Select(suite => (string?)suite.Attribute("name")).ShouldBe(["clean.yaml", "mistakes.yaml"]);
        suites[0].Elements("testcase").ShouldHaveSingleItem().HasElements.ShouldBeFalse();
        suites[1].Elements("testcase").Count().ShouldBe(expected.Count);
        var failures = suites[1].Descendants("failure").Select(failure => (string?)failure.Attribute("type")).ToList();
        failures.ShouldBe(expected.Where(finding => finding.Severity == "error" || (warnAsError && finding.Severity == "warning")).Select(finding => finding.Code));
        ((int)suites[1].Attribute("failures")!).ShouldBe(failures.Count);
    }

    [Theory]
    [InlineData("{{ for i in 1..2000000 }}{{ end }}", "LoopLimit")]
    [InlineData("{{ include 'clean.yaml' }}", "include")]
    [InlineData("{{ func f; f; end; f }}", "recursive")]
    [InlineData("{{ nothing }}", "nothing")]
    [InlineData("{{ if }}", "if")]
    public async Task Validate_TemplateThatCannotBeUsed_SaysWhyAndWhere(string template, string why)
    {
        using var binex = new BinexProcess();
        binex.Write("t.sbn", template);
        binex.Write("ok.yaml", Samples.Ok);

        var result = (await binex.RunAsync("validate", "ok.yaml", "--format", "template:t.sbn")).ShouldFail(2, "the template cannot be used", "t.sbn(1,", why);

        result.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_TemplateThatIsMissing_SaysSo()
    {
        using var binex = new BinexProcess();
        binex.Write("ok.yaml", Samples.Ok);

        (await binex.RunAsync("validate", "ok.yaml", "--format", "template:none.sbn")).ShouldFail(2, "no template 'none.sbn'");
    }

    [Fact]
    public async Task Validate_OneKindManyTimes_ShowsTheFirstAndCountsTheRest()
    {
        using var binex = new BinexProcess();
        binex.Write("many.yaml", $"name: many\nnodes:\n{string.Concat(Enumerable.Range(0, 25).Select(i => $"  n{i}: {{ agent: local://echo, depends_on: [x{i}] }}\n"))}");

        var folded = (await binex.RunAsync("validate", "many.yaml")).ShouldExit(2).Out;
        var all = (await binex.RunAsync("validate", "many.yaml", "--all")).ShouldExit(2).Out;

        Regex.Count(folded, "error BNX2001").ShouldBe(10);
        folded.ShouldEndWith("… and 15 more of BNX2001; --all shows them\n1 file checked: 25 errors\n");
        Regex.Count(all, "error BNX2001").ShouldBe(25);
        (await binex.RunAsync("validate", "many.yaml", "--format", "json")).Json.GetProperty("diagnostics").GetArrayLength().ShouldBe(25);
    }

    [Fact]
    public async Task Validate_OnATerminal_HasColoursUnlessTheyAreUnwanted()
    {
        using var binex = new BinexHere();
        var path = binex.Write("bad.yaml", Samples.Invalid);
        var terminal = new FakeConsole { IsOutTerminal = true };

        (await binex.RunAsync(terminal, "validate", path)).Out.ShouldContain("\e[1;31merror BNX2001:\e[0m");
        var asked = new FakeConsole { IsOutTerminal = true };
        (await binex.RunAsync(asked, "validate", path, "--no-color")).Out.ShouldNotContain("\e[");
        binex.Environment["NO_COLOR"] = "1";
        var plain = new FakeConsole { IsOutTerminal = true };
        (await binex.RunAsync(plain, "validate", path)).Out.ShouldNotContain("\e[");
    }

    private static async Task<BinexResult> ValidateAsync(params string[] options)
    {
        using var binex = new BinexProcess();
        foreach (var file in Directory.GetFiles(Sample))
        {
            File.Copy(file, binex.PathOf(Path.GetFileName(file)));
        }

        return await binex.RunAsync(["validate", "clean.yaml", "mistakes.yaml", .. options]);
    }

    private static async Task<List<Finding>> FindingsAsync()
    {
        var findings = (await ValidateAsync("--format", "json")).ShouldExit(2).Json.GetProperty("diagnostics").EnumerateArray().Select(Finding.Of).ToList();
        findings.Count.ShouldBeGreaterThan(4);
        return findings;
    }

    [GeneratedRegex(@"^(?<file>[^(]+)\((?<range>\d+,\d+,\d+,\d+)\): (?<severity>error|warning|info) (?<code>BNX\d{4}): (?<text>.+)$")]
    private static partial Regex Canonical();

    private sealed record Finding(string Code, string Severity, string Message, string File, string[] Range)
    {
        public static Finding Of(System.Text.Json.JsonElement json)
        {
            var range = json.GetProperty("range");
            string Number(string place, string member) => range.GetProperty(place).GetProperty(member).GetInt32().ToString(CultureInfo.InvariantCulture);
            return new Finding(
                json.GetProperty("code").GetString()!,
                json.GetProperty("severity").GetString()!,
                json.GetProperty("message").GetString()!,
                json.GetProperty("file").GetString()!,
                [Number("start", "line"), Number("start", "column"), Number("end", "line"), Number("end", "column")]);
        }
    }
}
