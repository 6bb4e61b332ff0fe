using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary><c>--format json</c> prints one JSON document to stdout and nothing else, whatever happens.</summary>
public sealed class JsonFormatTests
{
    public static TheoryData<int, string> Cases => new()
    {
        { 0, "hello" },
        { 0, "validate ok.yaml" },
        { 2, "validate bad.yaml" },
        { 2, "validate missing.yaml" },
        { 2, "validate" },
        { 2, "validate empty" },
        { 0, "run ok.yaml" },
        { 0, "run ok.yaml --dry-run" },
        { 0, "run model.yaml --simulate" },
        { 1, "run failing.yaml" },
        { 2, "run bad.yaml" },
        { 2, "run missing.yaml" },
        { 2, "run model.yaml" },
        { 2, "run" },
        { 3, "run over.yaml --simulate" },
        { 2, "run unsupported.yaml" },
        { 2, "run ok.yaml --budget lots" },
        { 2, "run ok.yaml --bugdet 1" },
        { 2, "run ok.yaml --var topic=x" },
        { 2, "run ok.yaml --report page.pdf" },
        { 2, "valdiate ok.yaml" },
        { 2, "--bogus" },
        { 2, "resume nothing" },
        { 2, "cancel nothing" },
        { 2, "report nothing" },
        { 2, "report missing.json" },
        { 0, "runs list" },
        { 0, "plan model.yaml" },
        { 2, "plan bad.yaml" },
        { 2, "plan missing.yaml" },
        { 2, "plan unsupported.yaml" },
        { 2, "plan" },
        { 4, "plan model.yaml --max-cost 0" },
        { 0, "diff model.yaml ok.yaml" },
        { 2, "diff model.yaml missing.yaml" },
        { 2, "diff model.yaml" },
        { 0, "cost" },
        { 0, "cost forecast" },
        { 2, "cost simulate" },
        { 2, "cost show --by colour" },
        { 2, "runs show nothing" },
        { 0, "runs" },
        { 2, "runs lst" },
        { 0, "explain" },
        { 0, "explain BNX2001" },
        { 2, "explain BNX0000" },
        { 0, "schema" },
        { 0, "schema workflow" },
        { 2, "schema workflw" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_FormatJson_PrintsOneDocument(int exitCode, string command)
    {
        using var binex = new BinexHere();
        WriteSamples(binex);
        var words = command.Split(' ').Select(word => word.EndsWith(".yaml", StringComparison.Ordinal) || word == "empty" ? binex.PathOf(word) : word);

        var result = await binex.RunAsync([.. words, "--format", "json"]);

        result.ShouldExit(exitCode).Json.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
        if (exitCode == 2 && result.Json.TryGetProperty("error", out var error))
        {
            error.GetProperty("exitCode").GetInt32().ShouldBe(exitCode);
            error.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [InlineData("-f json")]
    [InlineData("--format=json")]
    [InlineData("-f=json")]
    [InlineData("-f:json")]
    public async Task Run_FailsBeforeItsOptionsAreRead_PrintsOneDocument(string spelling)
    {
        using var binex = new BinexHere();

        (await binex.RunAsync(["run", "--no-such-option", .. spelling.Split(' ')])).ShouldExit(2).Json
            .GetProperty("error").GetProperty("exitCode").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Commands_OfKeptRuns_PrintOneDocument()
    {
        using var binex = new BinexHere();
        WriteSamples(binex);
        (await binex.RunAsync("run", binex.PathOf("failing.yaml"))).ShouldExit(1);

        foreach (var command in new[] { "runs list", "runs show latest", "report latest", "report" })
        {
            (await binex.RunAsync([.. command.Split(' '), "--format", "json"])).ShouldExit(0).Json.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
        }

        (await binex.RunAsync("cancel", "latest", "--format", "json")).ShouldExit(2).Json.GetProperty("error").GetProperty("message").GetString()!
            .ShouldContain("not running");
        (await binex.RunAsync("resume", "latest", "--format", "json")).ShouldExit(1).Json.GetProperty("status").GetString().ShouldBe("failed");
        (await binex.RunAsync("run", binex.PathOf("ok.yaml"))).ShouldExit(0);
        (await binex.RunAsync("resume", "latest", "--format", "json")).ShouldExit(2).Json.GetProperty("error").GetProperty("message").GetString()!
            .ShouldContain("completed");
    }

    private static void WriteSamples(BinexHere binex)
    {
        Directory.CreateDirectory(binex.PathOf("empty"));
        binex.Write("ok.yaml", Samples.Ok);
        binex.Write("bad.yaml", Samples.Invalid);
        binex.Write("failing.yaml", Samples.FailsTwice);
        binex.Write("model.yaml", Samples.Model);
        binex.Write("over.yaml", Samples.OverBudget);
        binex.Write("unsupported.yaml", Samples.Unsupported);
    }
}
