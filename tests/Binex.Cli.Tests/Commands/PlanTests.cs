using System.Globalization;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

public sealed class PlanTests : IDisposable
{
    private const string Flow = """
        name: demo
        nodes:
          draft: { agent: llm://gpt-4o-mini, prompt: "Write about ${user.topic}." }
          check: { agent: llm://gpt-4o, prompt: "Check ${draft.output}" }
        """;

    private readonly BinexHere _binex = new();

    private string File => _binex.PathOf("flow.yaml");

    public void Dispose() => _binex.Dispose();

    [Fact]
    public async Task Plan_Text_HasBoundsSharesAndTheDominatingLine()
    {
        _binex.Write("flow.yaml", Flow);

        var result = (await _binex.RunAsync("plan", File)).ShouldExit(0);

        result.Out.ShouldContain("worst case");
        result.Out.ShouldContain("Most of the worst case is node 'check'");
        result.Out.ShouldContain("flow.yaml:4:3");
        result.Out.ShouldNotContain("█");
        (await _binex.RunAsync(new FakeConsole { IsOutTerminal = true }, "plan", File)).Out.ShouldContain("█");
        (await _binex.RunAsync("plan", File, "--explain")).Out.ShouldContain("3 calls x (");
    }

    [Fact]
    public async Task Plan_VariablesAndTheirFile_CountWithTheirLength()
    {
        _binex.Write("flow.yaml", "vars: { topic: { required: true } }\n" + Flow);
        _binex.Write("vars.json", $$"""{"topic": "{{new string('x', 200)}}"}""");

        var unknown = (await _binex.RunAsync("plan", File, "--format", "json")).ShouldExit(0).Json;
        var shortest = (await _binex.RunAsync("plan", File, "--var", "topic=bees", "--format", "json")).ShouldExit(0).Json;
        var longest = (await _binex.RunAsync("plan", File, "--var-file", "vars.json", "--format", "json")).ShouldExit(0).Json;

        var few = shortest.GetProperty("nodes")[0].GetProperty("inputTokens").GetInt64();
        longest.GetProperty("nodes")[0].GetProperty("inputTokens").GetInt64().ShouldBe(few + 196);
        unknown.GetProperty("nodes")[0].GetProperty("inputTokens").GetInt64().ShouldBe(128_000);
    }

    [Fact]
    public async Task Plan_OutAndItsFile_CanBeComparedWithLater()
    {
        _binex.Write("flow.yaml", Flow);
        (await _binex.RunAsync("plan", File, "--format", "json", "--out", "base.json")).ShouldExit(0).Out.ShouldBeEmpty();
        _binex.Write("flow.yaml", Flow.Replace("check:", "gate: { agent: llm://gpt-4o, prompt: Hello }\n  check:"));

        (await _binex.RunAsync("diff", "base.json", File)).ShouldExit(0).Out.ShouldContain("+ gate");
        (await _binex.RunAsync("plan", File, "--baseline", "base.json", "--max-increase", "0.001")).ShouldFail(4, "max_increase", "'gate'");
    }

    [Fact]
    public async Task Plan_Csv_HasNoFormulas()
    {
        _binex.Write("flow.yaml", "name: demo\nnodes:\n  _a: { agent: \"local://=HYPERLINK(1)\", inputs: { x: 1 } }\n");

        var result = (await _binex.RunAsync("plan", File, "--format", "csv")).ShouldExit(0);

        result.Out.Split("\r\n")[0].ShouldStartWith("node,agent,model");
        result.Out.Split(',').ShouldAllBe(cell => !cell.StartsWith('='));
    }

    [Theory]
    [InlineData("draft.model=gpt-4o", "model gpt-4o-mini → gpt-4o")]
    [InlineData("defaults.max_tokens=100", "max_tokens 4,096 → 100")]
    [InlineData("check.max_attempts=1", "attempts 3 → 1")]
    public async Task Plan_WhatIf_ShowsTheChange(string change, string reason)
    {
        _binex.Write("flow.yaml", Flow);

        (await _binex.RunAsync("plan", File, "--var", "topic=bees", "--what-if", change)).ShouldExit(0).Out.ShouldContain(reason);
    }

    [Fact]
    public async Task Diff_BeginningOfSeveralRuns_NamesThem()
    {
        _binex.Write("flow.yaml", Flow);
        (await _binex.RunAsync("run", File, "--var", "topic=bees", "--simulate", "-q")).ShouldExit(0);
        (await _binex.RunAsync("run", File, "--var", "topic=bees", "--simulate", "-q")).ShouldExit(0);

        (await _binex.RunAsync("diff", "latest", "20")).ShouldFail(2, "2 runs begin with '20'");
    }

    [Theory]
    [InlineData("drat.model=gpt-4o", "did you mean 'draft'")]
    [InlineData("draft.modell=gpt-4o", "did you mean 'model'")]
    [InlineData("draft.max_tokens=many", "whole number")]
    [InlineData("draft", "NODE.SETTING=VALUE")]
    [InlineData("draft.max_iterations=2", "closes no loop")]
    [InlineData("draft.model=gpt-4o-mni", "did you mean 'gpt-4o-mini'?")]
    public async Task Plan_WhatIfThatCannotBe_SaysWhy(string change, string says)
    {
        _binex.Write("flow.yaml", Flow);

        (await _binex.RunAsync("plan", File, "--what-if", change)).ShouldFail(2, says);
    }

    [Fact]
    public async Task Plan_Gates_ComeFromTheWorkflowAndTheProjectAndTheCommandLine()
    {
        _binex.Write("flow.yaml", Flow);
        (await _binex.RunAsync("plan", File, "--max-cost", "0.0001")).ShouldFail(4, "gate failed: max_cost", "node 'check'", "flow.yaml:4:3");
        (await _binex.RunAsync("plan", File, "--max-cost", "0.05", "--gate-on", "expected")).ShouldExit(0);

        _binex.Write("flow.yaml", Flow + "\ngates: { max_cost: 0.0001, max_duration: 1m, min_success: 95% }\n");
        (await _binex.RunAsync("plan", File)).ShouldFail(4, "gate failed: max_cost", "gate not checked: max_duration", "gate not checked: min_success");
        (await _binex.RunAsync("plan", File, "--max-cost", "100")).ShouldExit(0);

        _binex.Write("flow.yaml", Flow);
        _binex.Write("binex.yaml", "gates: { max_cost: 0.0001 }\n");
        (await _binex.RunAsync("plan", File)).ShouldFail(4, "gate failed: max_cost");
    }

    [Theory]
    [InlineData("--max-cost", "lots")]
    [InlineData("--max-increase", "-5%")]
    [InlineData("--max-duration", "soon")]
    [InlineData("--gate-on", "min")]
    public async Task Plan_GateThatIsNone_SaysWhatItTakes(string option, string value)
    {
        _binex.Write("flow.yaml", Flow);

        (await _binex.RunAsync("plan", File, $"{option}={value}")).ShouldFail(2, option, value);
    }

    [Fact]
    public async Task Run_Gates_FailAfterItHasRunAndNameTheNode()
    {
        _binex.Write("flow.yaml", Flow);

        var result = (await _binex.RunAsync("run", File, "--simulate", "--var", "topic=bees", "--max-cost", "0.000001", "--format", "json")).ShouldFail(4, "gate failed: max_cost", "of which node 'check'");

        result.Json.GetProperty("status").GetString().ShouldBe("completed");
        result.Json.GetProperty("exitCode").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task Run_Report_HoldsThePlanBesideTheTruth()
    {
        _binex.Write("flow.yaml", Flow);
        await _binex.RunAsync("run", File, "--simulate", "--var", "topic=bees");

        var report = (await _binex.RunAsync("runs", "show", "latest", "--format", "json")).ShouldExit(0).Json;

        var node = report.GetProperty("plan").GetProperty("nodes")[1];
        node.GetProperty("node").GetString().ShouldBe("check");
        decimal.Parse(node.GetProperty("cost").GetString()!).ShouldBeInRange(0.000001m, decimal.Parse(node.GetProperty("max").GetString()!));
        report.GetProperty("budget").GetProperty("reservations").GetProperty("calls").GetInt32().ShouldBe(2);
        (await _binex.RunAsync("diff", "latest", File)).ShouldExit(0).Out.ShouldContain("measured");
    }

    [Fact]
    public async Task Cost_OfSimulatedRuns_IsShownWhenAskedFor()
    {
        _binex.Write("flow.yaml", Flow);
        await _binex.RunAsync("run", File, "--simulate", "--var", "topic=bees");
        await _binex.RunAsync("run", File, "--simulate", "--var", "topic=ants");

        (await _binex.RunAsync("cost", "show")).ShouldExit(0).Out.ShouldBe("nothing was paid\n");
        var byModel = (await _binex.RunAsync("cost", "show", "--simulated", "--by", "model", "--format", "json")).ShouldExit(0).Json;
        byModel.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString()).ShouldBe(["gpt-4o", "gpt-4o-mini"]);
        byModel.GetProperty("total").GetProperty("runs").GetInt32().ShouldBe(2);
        byModel.GetProperty("total").GetProperty("calls").GetInt32().ShouldBe(4);
        (await _binex.RunAsync("cost", "history", "--simulated")).ShouldExit(0).Out.ShouldContain("total");
        (await _binex.RunAsync("cost", "forecast", "--simulated")).ShouldExit(0).Out.ShouldContain("the next 30 days");
        (await _binex.RunAsync("cost", "show", "--simulated", "--since", "2100-01-01")).ShouldExit(0).Out.ShouldBe("nothing was paid\n");
    }

    [Fact]
    public async Task CostSimulate_OtherPrices_AreAppliedToWhatWasCounted()
    {
        _binex.Write("flow.yaml", Flow);
        _binex.Write("prices.json", """{"gpt-4o": {"input": 1, "output": 1}}""");
        await _binex.RunAsync("run", File, "--simulate", "--var", "topic=bees");

        var result = (await _binex.RunAsync("cost", "simulate", "--prices", "prices.json", "--simulated", "--format", "json")).ShouldFail(0, "1 of 2 calls keep what they cost");

        var rows = result.Json.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!);
        Number("otherCost").ShouldBe((Number("inputTokens") + Number("outputTokens")) / 1_000_000);
        rows["gpt-4o-mini"].GetProperty("otherCost").GetString().ShouldBe(rows["gpt-4o-mini"].GetProperty("cost").GetString());
        (await _binex.RunAsync("cost", "simulate", "--prices", File)).ShouldFail(2, "is no list of prices");
        (await _binex.RunAsync("cost", "simulate", "--prices", "nowhere.json")).ShouldFail(2, "nowhere.json");
        (await _binex.RunAsync("cost", "simulate")).ShouldFail(2, "--prices");

        decimal Number(string name) => decimal.Parse(rows["gpt-4o"].GetProperty(name).ToString(), CultureInfo.InvariantCulture);
    }
}
