using System.Text.Json;
using System.Text.Json.Nodes;
using Binex.Cli.Tests.Processes;
using Binex.JsonSchema;

namespace Binex.Cli.Tests.Checking;

/// <summary><c>--format sarif</c> is SARIF 2.1.0 by the official schema, and says what the findings say.</summary>
public sealed class SarifTests
{
    private static readonly CompiledSchema Schema = ReadSchema();

    [Fact]
    public async Task Validate_AllGoldenCases_GiveValidSarif()
    {
        var cases = Repository.PathOf("tests", "Binex.Validation.Tests", "Cases");
        using var binex = new BinexProcess();

        var result = await binex.RunAsync("validate", cases, "--format", "sarif");

        result.ExitCode.ShouldBe(2);
        var run = result.Json.GetProperty("runs")[0];
        run.GetProperty("results").GetArrayLength().ShouldBeGreaterThan(100);
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var found in run.GetProperty("results").EnumerateArray())
        {
            rules[found.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(found.GetProperty("ruleId").GetString());
        }

        Schema.Validate(result.Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_Mistake_HasRuleWithHelpPlaceOthersAndFix()
    {
        using var binex = new BinexProcess();
        binex.Write("flows/my file.yaml", "name: d\nnodes:\n  a: { agent: local://echo }\n  b: { agent: local://echo, depends_on: [a, a] }\n");

        var result = (await binex.RunAsync("validate", "flows/my file.yaml", "--format", "sarif")).ShouldExit(0).Json;

        var run = result.GetProperty("runs")[0];
        run.GetProperty("columnKind").GetString().ShouldBe("utf16CodeUnits");
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        rule.GetProperty("help").GetProperty("markdown").GetString()!.ShouldContain("## Why it matters");
        rule.GetProperty("defaultConfiguration").GetProperty("level").GetString().ShouldBe("warning");
        var found = run.GetProperty("results")[0];
        found.GetProperty("level").GetString().ShouldBe("warning");
        JsonElement.DeepEquals(found.GetProperty("locations")[0].GetProperty("physicalLocation"), JsonElement.Parse("""
            {"artifactLocation": {"uri": "flows/my%20file.yaml", "uriBaseId": "%SRCROOT%"},
             "region": {"startLine": 4, "startColumn": 45, "endLine": 4, "endColumn": 46}}
            """)).ShouldBeTrue(found.ToString());
        found.GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startColumn").GetInt32().ShouldBe(42);
        var replacement = found.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        replacement.GetProperty("deletedRegion").GetProperty("startColumn").GetInt32().ShouldBe(43);
        replacement.GetProperty("insertedContent").GetProperty("text").GetString().ShouldBe("");
        Schema.Validate(result).ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_LinesMove_FingerprintsStay()
    {
        const string Nodes = "nodes:\n  a: { agent: local://echo, promt: x }\n  b: { agent: local://echo, promt: x, depends_on: [c] }\n";
        using var binex = new BinexProcess();
        binex.Write("w.yaml", $"name: d\n{Nodes}");
        var before = await FingerprintsAsync(binex);

        binex.Write("w.yaml", $"# a comment\nname: d\n\n{Nodes.Replace("  a:", "  a: ")}");

        before.Distinct().Count().ShouldBe(3);
        (await FingerprintsAsync(binex)).ShouldBe(before);
    }

    [Theory]
    [InlineData("validate --format sarif")]
    [InlineData("validate --bogus --format sarif")]
    [InlineData("validate ok.yaml --format=sarif --dry-run")]
    public async Task Validate_ThatDoesNotTakePlace_IsALogWithANotification(string command)
    {
        using var binex = new BinexProcess();
        binex.Write("ok.yaml", Samples.Ok);

        var result = (await binex.RunAsync(command.Split(' '))).ShouldExit(2);

        var invocation = result.Json.GetProperty("runs")[0].GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBeFalse();
        invocation.GetProperty("exitCode").GetInt32().ShouldBe(2);
        invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString().ShouldNotBeNullOrWhiteSpace();
        Schema.Validate(result.Json).ShouldBeEmpty();
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_FileElsewhere_HasAUriOfItsOwn()
    {
        using var binex = new BinexProcess();
        using var other = new BinexProcess();
        other.Write("w.yaml", Samples.Invalid);
        binex.Write("in.yaml", Samples.Invalid);

        var outside = (await binex.RunAsync("validate", other.PathOf("w.yaml"), "--format", "sarif")).ShouldExit(2).Json;
        var inside = (await binex.RunAsync("validate", binex.PathOf("in.yaml"), "--format", "sarif")).ShouldExit(2).Json;

        FileOf(outside).GetProperty("uri").GetString().ShouldBe(new Uri(other.PathOf("w.yaml")).AbsoluteUri);
        FileOf(inside).GetProperty("uri").GetString().ShouldBe("in.yaml");
        Schema.Validate(outside).ShouldBeEmpty();
    }

    [Fact]
    public void Schema_IsNotOneThatAllowsEverything() => Schema.Validate(JsonElement.Parse("""{"version": "2.1.0", "runs": [{}]}""")).ShouldNotBeEmpty();

    private static JsonElement FileOf(JsonElement log) => log.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0]
        .GetProperty("physicalLocation").GetProperty("artifactLocation");

    private static async Task<List<string?>> FingerprintsAsync(BinexProcess binex)
    {
        var log = (await binex.RunAsync("validate", "w.yaml", "--format", "sarif")).ShouldExit(2).Json;
        return [.. log.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(found => found.GetProperty("partialFingerprints").GetProperty("binexFinding/v1").GetString())];
    }

    // The official schema is of draft 4; what it uses of it means the same in draft 7, but for the name of its id.
    private static CompiledSchema ReadSchema()
    {
        var file = Repository.PathOf("artifacts", "test-packages", "jest-sarif", "package", "lib", "schemas", "sarif-2.1.0-rtm.5.json");
        File.Exists(file).ShouldBeTrue("eng/test-packages.sh fetches the official schema of SARIF; test.sh runs it");
        var schema = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        schema["$schema"] = "http://json-schema.org/draft-07/schema#";
        schema["$id"] = schema["id"]!.DeepClone();
        schema.Remove("id");
        var compilation = SchemaCompiler.Compile(JsonElement.Parse(schema.ToJsonString()));
        return compilation.Schema ?? throw new InvalidOperationException(string.Join("; ", compilation.Errors));
    }
}
