using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary>What build systems ask for: what an answer depends on, and answers as lines of a build.</summary>
public sealed class BuildSystemTests : IDisposable
{
    private const string Flow = """
        name: demo
        nodes:
          draft: { agent: llm://gpt-4o-mini, prompt: file://draft.md }
        """;

    private readonly BinexProcess _binex = new();

    private string Read => _binex.PathOf("obj", "read");

    public BuildSystemTests()
    {
        _binex.Write("flow.yaml", Flow);
        _binex.Write("draft.md", "Write.");
    }

    public void Dispose() => _binex.Dispose();

    [Theory]
    [InlineData("validate")]
    [InlineData("plan")]
    [InlineData("run", "--simulate")]
    public async Task Depfile_AllIsWell_NamesEveryFileThatWasRead(params string[] command)
    {
        _binex.Write("binex.yaml", "version: 1\n");

        (await _binex.RunAsync([.. command, "flow.yaml", "--depfile", Read])).ShouldExit(0);

        File.ReadAllLines(Read).ShouldBe([_binex.PathOf("flow.yaml"), _binex.PathOf("draft.md"), _binex.PathOf("binex.yaml")], ignoreOrder: true);
    }

    [Fact]
    public async Task Depfile_SomethingIsWrong_IsNotWritten()
    {
        (await _binex.RunAsync("plan", "flow.yaml", "--max-cost", "0.000001", "--depfile", Read)).ShouldExit(4);
        (await _binex.RunAsync("validate", "--stdin", "--depfile", Read)).ShouldFail(2, "--depfile is about files");
        File.Delete(_binex.PathOf("draft.md"));
        (await _binex.RunAsync("validate", "flow.yaml", "--depfile", Read)).ShouldExit(2);
        (await _binex.RunAsync("run", "flow.yaml", "--simulate", "--depfile", Read)).ShouldExit(2);

        File.Exists(Read).ShouldBeFalse();
    }

    [Fact]
    public async Task PlanAsMsBuild_GateFails_IsAnErrorAtTheNode()
    {
        var result = (await _binex.RunAsync("plan", "flow.yaml", "--format", "msbuild", "--max-cost", "0.000001", "--max-increase", "10%")).ShouldExit(4);

        result.Out.ShouldContain("\nflow.yaml(3,3,3,3): error BINEX4: gate max_cost failed: the worst case is ");
        result.Out.ShouldContain("\nflow.yaml(1,1,1,1): info BINEX0: gate max_increase was not checked: there is no baseline");
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsMsBuild_NodesFail_AreErrorsOrWarnings()
    {
        const string Nodes = "name: d\nnodes:\n  bad: { agent: local://fail, inputs: { message: no luck }, continue_on_error: true }\n";
        _binex.Write("soft.yaml", Nodes);
        _binex.Write("hard.yaml", Nodes.Replace("true", "false", StringComparison.Ordinal));

        var soft = (await _binex.RunAsync("run", "soft.yaml", "--quiet", "--format", "msbuild")).ShouldExit(0);
        soft.Out.ShouldStartWith("soft.yaml(3,3,3,3): warning BINEX1: node 'bad' failed: no luck\nrun ");
        var hard = (await _binex.RunAsync("run", "hard.yaml", "--quiet", "--format", "msbuild")).ShouldExit(1);
        hard.Out.ShouldStartWith("hard.yaml(3,3,3,3): error BINEX1: node 'bad' failed: no luck\nrun ");
    }

    [Fact]
    public async Task AsMsBuild_WorkflowIsNotValid_IsSaidInLines()
    {
        _binex.Write("flow.yaml", "name: d\nnodes:\n  a: { agent: local://echo, promt: x }\n");

        foreach (var command in new[] { "plan", "run" })
        {
            var result = (await _binex.RunAsync(command, "flow.yaml", "--format", "msbuild")).ShouldExit(2);
            result.Out.ShouldStartWith("flow.yaml(3,29,3,34): error BNX1101: ");
            result.Error.ShouldBeEmpty();
        }

        (await _binex.RunAsync("report", "none", "--format", "msbuild")).ExitCode.ShouldBe(2);
    }
}
