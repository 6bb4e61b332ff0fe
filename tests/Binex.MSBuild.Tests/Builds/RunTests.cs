using System.Text.Json;
using Binex.MSBuild.Tests.Packages;

namespace Binex.MSBuild.Tests.Builds;

/// <summary>BinexRun and BinexReport: only when they are asked for, and without models unless that is said.</summary>
[Collection(OneProject.Name)]
public sealed class RunTests
{
    private static readonly string Reports = Path.Combine("bin", "Debug", "net10.0", "binex");

    private readonly Consumer _app;

    public RunTests(OneProject project)
    {
        project.Reset();
        _app = project.Consumer;
    }

    [Fact]
    public async Task Run_NobodySaysMore_SimulatesAndLeavesReportsInTheOutput()
    {
        (await _app.BuildAsync("-t:BinexRun")).ShouldExit(0).Output.ShouldContain("simulated");
        Made().ShouldBe([Path.Combine(Reports, "flow", "report.html"), Path.Combine(Reports, "flow", "report.json")]);
        var written = File.GetLastWriteTimeUtc(_app.PathOf(Reports, "flow", "report.json"));

        (await _app.BuildAsync("-t:BinexRun")).ShouldExit(0);
        File.GetLastWriteTimeUtc(_app.PathOf(Reports, "flow", "report.json")).ShouldBe(written, "nothing had changed, and it ran again");

        (await _app.BuildAsync("-t:BinexReport")).ShouldExit(0);
        Made().Count().ShouldBe(5);
        Directory.GetDirectories(_app.PathOf(".binex", "runs")).Length.ShouldBe(1, "making reports ran the workflow again");

        (await _app.RunAsync("dotnet", "clean", "-tl:off")).ShouldExit(0);
        Made().ShouldBeEmpty();
        _app.Find("*.inputs").ShouldBeEmpty();
        (await _app.BuildAsync("-t:BinexReport")).ShouldFailWithOneError().ShouldContain("dotnet build -t:BinexRun makes");
    }

    [Fact]
    public async Task Run_VarsWithSpacesQuotesAndSemicolons_ReachTheWorkflow()
    {
        _app.Write("more.props", """
            <Project>
              <ItemGroup>
                <BinexWorkflow Update="workflows/flow.yaml" Vars="topic=the &quot;queen&quot;%3B and Bienenkönige;style=curt" Budget="0.05" Simulate="seed=7" ReportName="Bienen/1" />
              </ItemGroup>
            </Project>
            """);
        _app.Write("workflows/flow.yaml", Workflows.WithPromptFile.Replace("topic: bees", "topic: bees, style: { default: none }", StringComparison.Ordinal));
        _app.Write("workflows/prompts/draft.md", "On ${user.topic}, ${user.style}.\n");

        (await _app.BuildAsync("-p:BinexRunOnBuild=true")).ShouldExit(0);

        var report = File.ReadAllText(_app.PathOf(Reports, "Bienen", "1", "report.json"));
        report.ShouldContain("\"On the \\\"queen\\\"; and Bienenkönige, curt.\"");
        JsonElement.Parse(report).GetProperty("budget").GetProperty("caps").EnumerateArray().ShouldContain(cap => cap.GetProperty("limit").ToString() == "0.05");
    }

    [Fact]
    public async Task Run_NodeFails_IsAnErrorAtTheNode()
    {
        _app.Write("workflows/flow.yaml", """
            name: flow
            nodes:
              good: { agent: local://echo }
              bad: { agent: local://fail, inputs: { message: no luck } }
            """);

        var error = (await _app.BuildAsync("-t:BinexRun")).ShouldFailWithOneError();

        error.ShouldContain("flow.yaml(4,3,4,3): error BINEX1: node 'bad' failed: no luck");
        (await _app.BuildAsync("-t:BinexRun")).ShouldFailWithOneError();
    }

    [Fact]
    public async Task Run_LiveWithoutAKey_DoesNotPretend()
    {
        var error = (await _app.BuildAsync("-t:BinexRun", "-p:BinexLive=true")).ShouldFailWithOneError();

        error.ShouldContain("OPENAI_API_KEY");
    }

    [Fact]
    public async Task Run_TwoWorkflowsOfOneName_AreToldApart()
    {
        _app.Write("workflows/flow.yml", Workflows.WithPromptFile);

        (await _app.BuildAsync("-t:BinexRun")).ShouldFailWithOneError().ShouldContain("two workflows would write the same reports");
    }

    [Fact]
    public async Task Run_BuildIsCancelled_RunEndsInGoodOrder()
    {
        _app.Write("more.props", """<Project><ItemGroup><BinexWorkflow Update="workflows/flow.yaml" Simulate="latency=600s" /></ItemGroup></Project>""");
        using var build = _app.Start("dotnet", "build", "-tl:off", "--no-restore", "-t:BinexRun");
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!Journal().Contains("call.sent", StringComparison.Ordinal))
        {
            await Task.Delay(50, timeout.Token);
        }

        await build.InterruptAsync();

        (await build.EndAsync()).ExitCode.ShouldNotBe(0);
        Journal().ShouldContain("\"run.completed\"", Case.Sensitive, "the tool was ended before the run was");
        _app.Find("*.run.inputs").ShouldBeEmpty();
    }

    private IEnumerable<string> Made() => _app.Find("report.*").Where(file => !file.StartsWith(".binex", StringComparison.Ordinal));

    private string Journal() => _app.Find("journal.jsonl") is [var file] ? ReadShared(_app.PathOf(file)) : "";

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }
}
