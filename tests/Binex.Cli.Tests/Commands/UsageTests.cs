using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary>Wrong command lines: exit code 2, what is wrong, and what to do.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("valdiate x.yaml", "valdiate", "did you mean 'validate'?")]
    [InlineData("run x.yaml --bugdet 1", "--bugdet", "did you mean '--budget'?")]
    [InlineData("frobnicate", "frobnicate", "-h' shows")]
    [InlineData("run x.yaml --zzzzzzzzzz", "--zzzzzzzzzz", "'dotnet binex run -h' shows")]
    [InlineData("run", "name the workflow to run", "dotnet binex run")]
    [InlineData("run a.yaml b.yaml", "b.yaml", "-h")]
    [InlineData("run x.yaml --budget", "--budget", "-h")]
    [InlineData("resume", "name the run", "-h")]
    [InlineData("cancel", "name the run", "-h")]
    [InlineData("validate", "name a workflow to check", "--stdin")]
    [InlineData("runs lst", "lst", "did you mean 'list'?")]
    [InlineData("runs show", "name the run", "-h")]
    [InlineData("runs list --last many", "--last takes a number", "many")]
    [InlineData("runs --last -1", "--last", "-1")]
    [InlineData("runs list --format yaml", "yaml", "--format json")]
    [InlineData("explain BNX0000", "BNX0000", "BNX")]
    [InlineData("schema workflw", "workflw", "did you mean 'workflow'?")]
    public async Task Run_WrongCommandLine_SaysWhatAndWhatToDo(string command, string what, string whatToDo)
    {
        using var binex = new BinexHere();

        (await binex.RunAsync(command.Split(' '))).ShouldFail(2, "error: ", what, whatToDo).Out.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--budget lots", "--budget", "lots")]
    [InlineData("--budget -1", "--budget", "-1")]
    [InlineData("--budget 1e5", "--budget", "1e5")]
    [InlineData("--concurrency 0", "--concurrency", "0")]
    [InlineData("--concurrency many", "--concurrency", "many")]
    [InlineData("--simulate latency=soon", "latency", "soon")]
    [InlineData("--simulate bogus=1", "bogus", "latency")]
    [InlineData("--var topic", "NAME=VALUE", "topic")]
    [InlineData("--var topic=x", "no variable 'topic'", "it has none")]
    [InlineData("--answer greet", "NODE=TEXT", "greet")]
    [InlineData("--var-file missing.json", "missing.json", "--var-file")]
    [InlineData("--report page.pdf", "page.pdf", ".html .json .md .xml .txt")]
    [InlineData("--report page", "page", ".html .json .md .xml .txt")]
    [InlineData("--answer nobody=x", "nobody", "node")]
    [InlineData("--approve greet", "greet", "human://")]
    [InlineData("--reject greet", "greet", "human://")]
    public async Task Run_WrongOption_RunsNothing(string option, string what, string more)
    {
        using var binex = new BinexHere();
        var path = binex.Write("ok.yaml", Samples.Ok);

        (await binex.RunAsync(["run", path, .. option.Split(' ')])).ShouldFail(2, "error: ", what, more);

        Directory.Exists(binex.PathOf(".binex")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("cancel")]
    [InlineData("report")]
    [InlineData("runs show")]
    public async Task Run_UnknownRun_NamesTheRunsThatThereAre(string command)
    {
        using var binex = new BinexHere();
        (await binex.RunAsync([.. command.Split(' '), "nothing"])).ShouldFail(2, "no runs yet", "dotnet binex run");

        (await binex.RunAsync("run", binex.Write("ok.yaml", Samples.Ok))).ShouldExit(0);
        var id = Path.GetFileName(Directory.GetDirectories(binex.PathOf(".binex", "runs")).Single());
        (await binex.RunAsync([.. command.Split(' '), "nothing"])).ShouldFail(2, "'nothing'", id, "'dotnet binex runs list' shows them all");
    }

    [Fact]
    public async Task Run_OnANarrowTerminal_FitsIt()
    {
        using var binex = new BinexHere();
        var path = binex.Write("narrow.yaml", """
            name: narrow
            nodes:
              a-node-with-quite-a-long-name: { agent: llm://gpt-4o-mini-2024-07-18, prompt: Why is the sky blue? }
            """);

        foreach (string[] command in new string[][] { ["run", path, "--simulate", "-q"], ["runs", "show", "latest"], ["report", "latest"] })
        {
            var shown = (await binex.RunAsync(new FakeConsole { IsOutTerminal = true, Width = 80 }, command)).ShouldExit(0).Out;

            shown.Split('\n').ShouldAllBe(line => line.Length <= 80);
            (await binex.RunAsync(new FakeConsole { Width = 80 }, command)).Out.Split('\n').ShouldContain(line => line.Length > 80, "what goes to a file does not depend on the terminal");
        }
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("run", "-h")]
    [InlineData("runs", "list", "-h")]
    public async Task Help_OnANarrowTerminal_FitsIt(params string[] command)
    {
        using var binex = new BinexHere();

        var help = (await binex.RunAsync(new FakeConsole { IsOutTerminal = true, Width = 80 }, command)).ShouldExit(0).Out;

        help.ShouldStartWith("Usage: dotnet binex");
        help.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Fact]
    public async Task Run_PrefixOfTwoRuns_NamesBoth()
    {
        using var binex = new BinexHere();
        var path = binex.Write("ok.yaml", Samples.Ok);
        await binex.RunAsync("run", path);
        await binex.RunAsync("run", path);

        var result = (await binex.RunAsync("report", "2")).ShouldFail(2, "2 runs begin with '2'", "write more of the id");

        foreach (var folder in Directory.GetDirectories(binex.PathOf(".binex", "runs")))
        {
            result.Error.ShouldContain(Path.GetFileName(folder));
        }
    }

    [Fact]
    public async Task Run_VariableWithoutValue_SaysHowToGiveIt()
    {
        using var binex = new BinexHere();
        var path = binex.Write("vars.yaml", """
            name: vars
            vars: { topic: { required: true, description: what to write about } }
            nodes:
              a: { agent: local://template, inputs: { template: "${user.topic}" } }
            """);

        (await binex.RunAsync("run", path)).ShouldFail(2, "'topic' has no value", "what to write about", "--var topic=VALUE");
    }

    [Fact]
    public async Task Run_EnvironmentVariableNotSet_SaysWhichNodeNeedsIt()
    {
        using var binex = new BinexHere();
        var path = binex.Write("env.yaml", """
            name: env
            nodes:
              a: { agent: local://template, inputs: { template: "${env.TEAM}" } }
            """);

        (await binex.RunAsync("run", path)).ShouldFail(2, "node 'a'", "TEAM", "env.yaml", "set it");
    }

    [Fact]
    public async Task Run_NoKeyForTheProvider_NamesTheVariableBeforeAnythingRuns()
    {
        using var binex = new BinexHere();
        var path = binex.Write("model.yaml", Samples.Model);

        (await binex.RunAsync("run", path)).ShouldFail(2, "node 'ask'", "gpt-4o-mini", "OPENAI_API_KEY", "model.yaml", "--simulate");

        Directory.Exists(binex.PathOf(".binex")).ShouldBeFalse();
        (await binex.RunAsync("run", path, "--simulate")).ShouldExit(0);
    }

    [Fact]
    public async Task Run_KeyFromVariableThatIsEmpty_IsRefused()
    {
        using var binex = new BinexHere();
        binex.Environment["GATEWAY_KEY"] = "";
        var path = binex.Write("gateway.yaml", """
            name: gateway
            nodes:
              ask: { agent: llm://gpt-4o-mini, prompt: Hi, config: { api_key: "${env.GATEWAY_KEY}" } }
            """);

        (await binex.RunAsync("run", path)).ShouldFail(2, "OPENAI_API_KEY");
    }

    [Fact]
    public async Task Run_UnknownProvider_IsRefusedBeforeAnythingRuns()
    {
        using var binex = new BinexHere();
        var path = binex.Write("unknown.yaml", """
            name: unknown
            budget: { max_cost: 1, unpriced: allow }
            nodes:
              ask: { agent: llm://grok/llama-3.3-70b-versatile, prompt: Hi }
            """);

        (await binex.RunAsync("run", path)).ShouldFail(2, "grok", "did you mean 'groq'?");
    }

    [Fact]
    public async Task Run_NodeThatMayNeverRun_NeedsNoKeyBefore()
    {
        using var binex = new BinexHere();
        var path = binex.Write("branch.yaml", """
            name: branch
            nodes:
              a: { agent: local://template, inputs: { template: no } }
              ask: { agent: llm://gpt-4o-mini, prompt: Hi, when: "${a.output} == yes" }
            """);

        (await binex.RunAsync("run", path)).ShouldExit(0);
    }
}
