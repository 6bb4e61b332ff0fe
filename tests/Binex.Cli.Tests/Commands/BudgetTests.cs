using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

public sealed class BudgetTests
{
    private const string Dear = """
        name: dear
        nodes:
          ask: { agent: llm://gpt-4o, prompt: Say something., config: { max_tokens: 4000 } }
        """;

    [Fact]
    public async Task Run_BudgetAboveTheProjectsCap_IsRefusedUnlessItIsMeant()
    {
        using var binex = new BinexHere();
        binex.Write("binex.yaml", "budget: { run: 0.50 }");
        var path = binex.Write("model.yaml", Samples.Model);

        (await binex.RunAsync("run", path, "--simulate", "--budget", "2.00")).ShouldFail(2, "$2.00", "$0.50", "--force-budget");
        (await binex.RunAsync("run", path, "--simulate", "--budget", "0.50")).ShouldExit(0);
        (await binex.RunAsync("run", path, "--simulate", "--budget", "2.00", "--force-budget")).ShouldExit(0).Out.ShouldContain("of $2.00");
    }

    [Fact]
    public async Task Run_TheProjectsCapIsLowerThanTheWorkflows_Holds()
    {
        using var binex = new BinexHere();
        binex.Write("binex.yaml", "budget: { run: 0.000001 }");
        var path = binex.Write("model.yaml", "budget: 5.00\n" + Samples.Model);

        (await binex.RunAsync("run", path, "--simulate")).ShouldExit(3);
    }

    [Fact]
    public async Task Run_Refused_SaysWhatWouldMakeItFit()
    {
        using var binex = new BinexHere();
        var path = binex.Write("dear.yaml", Dear);

        var refused = (await binex.RunAsync("run", path, "--simulate", "--budget", "0.002", "--format", "json")).ShouldExit(3);

        refused.Json.GetProperty("problems")[0].GetProperty("reason").GetString()!.ShouldContain("Raise the cap to");
        var report = (await binex.RunAsync("report", "latest", "--format", "json")).ShouldExit(0).Json;
        var remedy = report.GetProperty("budget").GetProperty("refusals")[0].GetProperty("refusal").GetProperty("remedy");
        var model = remedy.GetProperty("model").GetString()!;
        File.WriteAllText(path, Dear.Replace("gpt-4o", model));
        (await binex.RunAsync("run", path, "--simulate", "--budget", "0.002")).ShouldExit(0);

        var cap = remedy.GetProperty("cap").GetString()!;
        File.WriteAllText(path, Dear);
        (await binex.RunAsync("run", path, "--simulate", "--budget", cap)).ShouldExit(0);
    }

    [Fact]
    public async Task Run_CapsOfAModelAndATag_HoldForAllTheirNodes()
    {
        using var binex = new BinexHere();
        var path = binex.Write("groups.yaml", """
            name: groups
            budget: { max_cost: 1.00, models: { openai/gpt-4o-mini: { max_calls: 2 } }, tags: { research: 0.000001 } }
            concurrency: 1
            nodes:
              a: { agent: llm://gpt-4o-mini, prompt: One. }
              b: { agent: llm://gpt-4o-mini, prompt: Two. }
              c: { agent: llm://gpt-4o-mini, prompt: Three. }
              d: { agent: llm://gpt-4o, prompt: Four., tags: [research] }
            """);

        (await binex.RunAsync("run", path, "--simulate")).ShouldExit(3);

        var report = (await binex.RunAsync("report", "latest", "--format", "json")).ShouldExit(0).Json;
        var refusals = report.GetProperty("budget").GetProperty("refusals").EnumerateArray().Select(refusal => refusal.GetProperty("refusal").GetProperty("account").GetString());
        refusals.ShouldBe(["run/model:gpt-4o-mini", "run/tag:research"], ignoreOrder: true);
    }

    [Fact]
    public async Task Run_TheProjectsLedgerIsDamaged_RunsNothing()
    {
        using var binex = new BinexHere();
        binex.Write("binex.yaml", "budget: { day: 5.00 }");
        binex.Environment["OPENAI_API_KEY"] = "test";
        binex.Write(".binex/ledger.db", "");

        (await binex.RunAsync("run", binex.Write("model.yaml", Samples.Model))).ShouldFail(5, "ledger is damaged", "ledger.db");
    }
}
