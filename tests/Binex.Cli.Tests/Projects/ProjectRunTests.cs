using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Projects;

/// <summary>What <c>binex.yaml</c> says holds for runs.</summary>
public sealed class ProjectRunTests
{
    private const string Gateway = """
        name: gateway
        nodes:
          ask: { agent: llm://my-gateway/large, prompt: Say something. }
        """;

    [Fact]
    public async Task Run_Store_IsBesideTheFileForEveryCommand()
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", "store: kept\n");
        binex.Write("flows/ok.yaml", Samples.Ok);

        (await binex.RunAsync("run", "flows/ok.yaml")).ShouldExit(0);

        Directory.GetDirectories(binex.PathOf("kept", "runs")).Length.ShouldBe(1);
        (await binex.RunAsync("runs")).ShouldExit(0).Out.ShouldContain("completed");
        (await binex.RunAsync("report", "latest")).ShouldExit(0).Out.ShouldContain("greet");
        (await binex.RunAsync("resume", "latest")).ShouldFail(2, "there is nothing to resume");
        (await binex.RunAsync("runs", "--store", "another")).ShouldExit(0).Out.ShouldContain("no runs");
        binex.Environment["BINEX_STORE"] = "third";
        (await binex.RunAsync("runs")).ShouldExit(0).Out.ShouldContain("no runs");
    }

    [Fact]
    public async Task Run_BudgetOfTheProject_CapsTheWorkflowsOwn()
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", "budget: { run: 0.000001 }\n");
        binex.Write("model.yaml", Samples.Model);
        binex.Write("rich.yaml", "budget: 5\n" + Samples.Model);

        (await binex.RunAsync("run", "model.yaml", "--simulate")).ShouldExit(3);
        (await binex.RunAsync("run", "rich.yaml", "--simulate")).ShouldExit(3);
        (await binex.RunAsync("run", "rich.yaml", "--simulate", "--budget", "1", "--force-budget")).ShouldExit(0);
        binex.Environment["BINEX_BUDGET"] = "1";
        (await binex.RunAsync("run", "rich.yaml", "--simulate")).ShouldFail(2, "--force-budget");
        (await binex.RunAsync("run", "rich.yaml", "--simulate", "--force-budget")).ShouldExit(0);
        (await binex.RunAsync("run", "rich.yaml", "--simulate", "--budget", "0.000001")).ShouldExit(3);
    }

    [Theory]
    [InlineData("BINEX_BUDGET", "lots")]
    [InlineData("BINEX_CONCURRENCY", "0")]
    public async Task Run_VariableThatCannotBeRead_RunsNothing(string variable, string value)
    {
        using var binex = new BinexProcess();
        binex.Write("ok.yaml", Samples.Ok);
        binex.Environment[variable] = value;

        (await binex.RunAsync("run", "ok.yaml")).ShouldFail(2, variable, value);
    }

    [Fact]
    public async Task Run_OwnProviderWithAPrice_IsKnownToValidateAndNeedsItsKey()
    {
        using var binex = new BinexProcess();
        binex.Write("gateway.yaml", Gateway);
        (await binex.RunAsync("validate", "gateway.yaml")).ShouldExit(2).Out.ShouldContain("BNX3001");

        binex.Write("binex.yaml", """
            providers:
              my-gateway: { base_url: "http://127.0.0.1:9/v1", api_key: "${env.GATEWAY_KEY}" }
            prices: { my-gateway/large: { input: 1000000, output: 1000000 } }
            """);
        (await binex.RunAsync("validate", "gateway.yaml")).ShouldExit(0);
        (await binex.RunAsync("run", "gateway.yaml")).ShouldFail(2, "my-gateway", "GATEWAY_KEY is not set", "binex.yaml");
        (await binex.RunAsync("run", "gateway.yaml", "--simulate")).ShouldExit(3);
    }

    [Fact]
    public async Task Resume_ProjectThatBecameStricter_GoesOnAllTheSame()
    {
        using var binex = new BinexProcess();
        binex.Write("flow.yaml", """
            name: flow
            nodes:
              gate: { agent: human://approve }
              end: { agent: local://start, depends_on: [gate] }
            """);
        (await binex.RunAsync("run", "flow.yaml")).ShouldExit(1);
        binex.Write("binex.yaml", "diagnostics: { BNX2020: error }\n");

        (await binex.RunAsync("run", "flow.yaml", "--approve-all")).ShouldFail(2, "BNX2020", "not valid");
        (await binex.RunAsync("resume", "latest", "--approve-all")).ShouldExit(0);
        (await binex.RunAsync("report", "latest")).ShouldExit(0);
    }

    [Theory]
    [InlineData("run", "ok.yaml")]
    [InlineData("resume", "latest")]
    [InlineData("runs")]
    [InlineData("report")]
    [InlineData("cancel", "latest")]
    public async Task AnyCommand_ConfigurationThatIsNotValid_DoesNothing(params string[] command)
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", "budget: { run: many }\n");
        binex.Write("ok.yaml", Samples.Ok);

        (await binex.RunAsync(command)).ShouldFail(2, "binex.yaml:1:16", "BNX1102", "the configuration binex.yaml is not valid").Out.ShouldBeEmpty();
        (await binex.RunAsync([.. command, "--format", "json"])).ShouldExit(2).Json.GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("BNX1102");
        Directory.Exists(binex.PathOf(".binex")).ShouldBeFalse();
    }
}
