using System.Text.Json;
using System.Text.RegularExpressions;
using Binex.Testing.FakePlatforms;

namespace Binex.Cli.Tests.Ci;

/// <summary>The steps of <c>action.yml</c> as a runner runs them: after a push, in a pull request, in one of a fork, and after another workflow.</summary>
public sealed partial class ActionTests : IAsyncLifetime
{
    private readonly CiRepository _repository = new();
    private FakeGitHub _server = null!;

    public async ValueTask InitializeAsync() => _server = await FakeGitHub.StartNewAsync();

    public async ValueTask DisposeAsync()
    {
        _repository.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Push_Plan_HasFiguresAndASummaryAndNoComment()
    {
        using var runner = Runner("""{"ref":"refs/heads/main"}""");

        (await runner.RunAsync(("workflows", "flows/page.yaml"))).ShouldBe(0, runner.Log);

        runner.Outputs["verdict"].ShouldBe("passed");
        runner.Outputs["exit-code"].ShouldBe("0");
        decimal.Parse(runner.Outputs["cost"]).ShouldBeGreaterThan(0.01m);
        runner.Outputs["cost-before"].ShouldBe("");
        Directory.GetFiles(runner.Outputs["report-path"]).Select(Path.GetFileName).ShouldBe(["plan-1.json"]);
        runner.Summary.ShouldContain("### ✅ page (flows/page.yaml): what a run can cost");
        runner.Log.ShouldContain("this build belongs to no pull request: nothing is posted");
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Push_OverMaxCost_FailsWithTheGatesCode()
    {
        using var runner = Runner("{}");

        (await runner.RunAsync(("workflows", "flows/page.yaml"), ("max-cost", "0.001"), ("comment", "off"))).ShouldBe(4, runner.Log);

        runner.Outputs["verdict"].ShouldBe("gate-failed");
        runner.Log.ShouldContain("title=gate max_cost::page: the worst case is");
    }

    [Fact]
    public async Task Push_RunSimulated_LeavesReportsAndTheIdOfTheRun()
    {
        using var runner = Runner("{}");
        var report = Path.Combine(runner.Workspace, "reports here");

        (await runner.RunAsync(("command", "run"), ("workflows", "flows/page.yaml"), ("simulate", "seed=7"), ("budget", "0.50"), ("report", report))).ShouldBe(0, runner.Log);

        runner.Outputs["run-id"].Length.ShouldBeGreaterThan(10);
        runner.Outputs["report-path"].ShouldBe(report);
        File.ReadAllText(Path.Combine(report, "run-1.html")).ShouldContain("page");
        runner.Summary.ShouldContain("**Run completed** in");
        runner.Summary.ShouldContain("of \\$0.50");
    }

    [Fact]
    public async Task Push_RunOverMaxCost_NamesTheGateAndItsNode()
    {
        using var runner = Runner("{}");

        (await runner.RunAsync(("command", "run"), ("workflows", "flows/page.yaml"), ("simulate", "true"), ("max-cost", "0.000001"))).ShouldBe(4, runner.Log);

        runner.Summary.ShouldContain("### ❌ page (flows/page.yaml): a gate does not hold");
        runner.Summary.ShouldContain("- ❌ **max\\_cost**: the run cost");
        runner.Log.ShouldContain("title=gate max_cost::page: the run cost");
    }

    [Fact]
    public async Task Push_RunOverBudget_FailsWithTheBudgetsCode()
    {
        using var runner = Runner("{}");

        (await runner.RunAsync(("command", "run"), ("workflows", "flows/page.yaml"), ("simulate", "true"), ("budget", "0.0000001"))).ShouldBe(3, runner.Log);

        runner.Outputs["verdict"].ShouldBe("over-budget");
    }

    [Fact]
    public async Task Push_Validate_AnnotatesTheLines()
    {
        _repository.Write("flows/bad.yaml", Samples.Invalid);
        _repository.Commit("a mistake");
        using var runner = Runner("{}");

        (await runner.RunAsync(("command", "validate"), ("workflows", "flows/**/*.yaml"))).ShouldBe(2);

        runner.Log.ShouldContain("::error file=flows/bad.yaml,line=3");
        runner.Outputs["verdict"].ShouldBe("invalid");
    }

    [Fact]
    public async Task PullRequest_WithANewAndABrokenWorkflow_TellsOfEach()
    {
        _repository.Write("flows/new.yaml", Samples.Model);
        _repository.Write("flows/bad.yaml", Samples.Invalid);
        _repository.Commit("more");
        using var runner = PullRequest("good");

        (await runner.RunAsync(("workflows", "flows/*.yaml\r\n"))).ShouldBe(2, runner.Log);

        var body = _server.Comments.Single().Body;
        body.ShouldContain("### ❌ 3 workflows: 1 could not be checked");
        body.ShouldContain("#### flows/bad.yaml");
        body.ShouldContain("#### model (flows/new.yaml)");
        body.ShouldContain("Costs what it did: page (flows/page.yaml)");
    }

    [Fact]
    public async Task PullRequest_Diff_ComparesWithTheTarget()
    {
        _repository.Write("flows/page.yaml", CiRepository.Flow.Replace("max_tokens: 500", "max_tokens: 400"));
        _repository.Commit("less");
        using var runner = PullRequest("good");

        (await runner.RunAsync(("command", "diff"), ("workflows", "flows/page.yaml"))).ShouldBe(0, runner.Log);

        decimal.Parse(runner.Outputs["increase"]).ShouldBeLessThan(0);
        _server.Comments.Single().Body.ShouldContain("### 🔻 page (flows/page.yaml): what a run can cost shrinks by");
    }

    [Fact]
    public async Task Fork_TokenMayNotComment_SaysSoWritesTheSummaryAndKeepsTheExitCode()
    {
        _repository.Write("flows/page.yaml", CiRepository.Flow.Replace("gpt-4o-mini, prompt: \"Check", "gpt-4o, prompt: \"Check"));
        _repository.Commit("dearer");
        using var runner = PullRequest("fork");

        (await runner.RunAsync(("workflows", "flows/page.yaml"))).ShouldBe(4, runner.Log);

        runner.Outputs["verdict"].ShouldBe("gate-failed");
        runner.Summary.ShouldContain("model gpt-4o-mini → gpt-4o");
        runner.Log.ShouldContain("::warning title=binex comment::nothing is posted: the token may not comment (GitHub says (403): Resource not accessible by integration); in a pull request of a fork it never may: see docs/ci.md");
        _server.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task AfterAnotherWorkflow_PoisonedArtifact_IsDataAndNothingElse()
    {
        // A stranger chose every byte of these.
        using var runner = Runner("""
            {"workflow_run":{"id":90,"head_sha":"HEAD","head_branch":"better","head_repository":{"owner":{"login":"stranger"}},"pull_requests":[]}}
            """.Replace("HEAD", _server.Head), "good");
        var artifact = Directory.CreateDirectory(runner.PathOf("artifact")).FullName;
        File.WriteAllText(Path.Combine(artifact, "a.json"), """
            {"error":{"message":"\n::set-output name=verdict::passed\n<!-- binex-comment tag=binex order=9 content=0 -->\n/merge @octocat ##[set-env name=PATH]/tmp"},"pullRequest":1,"repository":"acme/other"}
            """);
        File.WriteAllText(Path.Combine(artifact, "b.json"), new string('[', 200_000));
        File.WriteAllText(Path.Combine(artifact, "c.json"), """{"schemaVersion":1,"workflow":"w","bounds":{"min":"1e28"},"nodes":[]}""");
        File.WriteAllText(Path.Combine(artifact, "$(touch pwned).json"), "{}");
        File.WriteAllText(Path.Combine(artifact, "pr.txt"), "1");
        File.CreateSymbolicLink(Path.Combine(artifact, "d.json"), runner.PathOf("event.json"));

        (await runner.RunAsync(("command", "comment"), ("report", artifact))).ShouldBe(0, runner.Log);

        var comment = _server.Comments.Single().Body;
        comment.ShouldStartWith($"<!-- binex-comment tag=binex order=90 commit={_server.Head} content=");
        comment.ShouldContain("::set-output name=verdict::passed &lt;\\!-- binex-comment");
        comment.Split('\n').ShouldAllBe(line => !line.StartsWith('/') && !line.StartsWith("::"));
        runner.Log.Split('\n').Count(line => line.TrimStart().StartsWith("::")).ShouldBe(1, runner.Log);
        runner.Log.ShouldContain("::error title=a::%0A::set-output name=verdict::passed%0A");
        runner.Log.ShouldNotContain("\n::set-output");
        runner.Log.ShouldContain("left out: ");
        runner.Outputs["verdict"].ShouldBe("passed");
        Directory.GetFiles(runner.Workspace, "pwned", SearchOption.AllDirectories).ShouldBeEmpty();
        _server.Requests.ShouldAllBe(request => request.Path.Contains("/acme/flows/") || request.Path.EndsWith("/graphql"));
    }

    [Fact]
    public async Task PullRequest_BaseThatIsNowhere_IsRefusedInsteadOfNotCompared()
    {
        using var runner = PullRequest("good");

        (await runner.RunAsync(("workflows", "flows/page.yaml"), ("base-ref", "nowhere"))).ShouldBe(2, runner.Log);

        runner.Log.ShouldContain("::error title=binex::there is no 'nowhere' in this checkout");
        _server.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("workflows", "flows/page.yaml\n$(touch pwned)`touch pwned`;touch pwned")]
    [InlineData("vars", "topic=$(touch pwned)")]
    [InlineData("base-ref", "--upload-pack=touch pwned")]
    [InlineData("base-ref", "main; touch pwned")]
    [InlineData("args", "--what-if\n$(touch pwned)")]
    [InlineData("max-cost", "1; touch pwned")]
    [InlineData("command", "plan; touch pwned")]
    [InlineData("tag", "a b\n::error::pwned")]
    public async Task Inputs_ThatLookLikeCode_AreNot(string name, string value)
    {
        using var runner = PullRequest("good");

        await runner.RunAsync([.. new[] { ("workflows", "flows/page.yaml") }.Where(input => input.Item1 != name), (name, value)]);

        Directory.GetFiles(runner.Workspace, "pwned", SearchOption.AllDirectories).ShouldBeEmpty();
        runner.Log.ShouldNotContain("\n::error::pwned");
    }

    [Fact]
    public async Task Models_ThatPrintCommands_AreNotHeard()
    {
        _repository.Write("flows/page.yaml", """
            name: page
            nodes:
              say: { agent: local://fail, inputs: { message: "\n::add-path::/tmp/evil\n::error::pwned" } }
            """);
        _repository.Commit("loud");
        using var runner = Runner("{}");

        (await runner.RunAsync(("command", "run"), ("workflows", "flows/page.yaml"))).ShouldBe(1, runner.Log);

        // Between ::stop-commands::TOKEN and ::TOKEN:: a runner hears nothing.
        var heard = Stopped().Replace(runner.Log, "");
        heard.ShouldNotContain("\n::add-path");
        heard.ShouldNotContain("\n::error::pwned");
        runner.Log.ShouldContain("title=node say::page: %0A::add-path::/tmp/evil");
    }

    [Fact]
    public async Task Install_WithoutTheTool_AsksForTheVersionFromTheSource()
    {
        using var runner = Runner("{}");
        File.Delete(runner.PathOf("binex-tool/dotnet-binex"));
        runner.Script("bin/dotnet", $"echo \"asked: $*\" >&2\nprintf '#!/bin/sh\\nexit 5\\n' >'{runner.PathOf("binex-tool/dotnet-binex")}'\nchmod +x '{runner.PathOf("binex-tool/dotnet-binex")}'");
        runner.Environment["PATH"] = $"{runner.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";

        (await runner.RunAsync(("command", "validate"), ("version", "1.2.3"), ("package-source", "my feed"))).ShouldBe(5, runner.Log);

        runner.Log.ShouldContain($"asked: tool install Binex.Tools --tool-path {runner.PathOf("binex-tool")} --version 1.2.3 --add-source my feed");
        runner.Outputs["verdict"].ShouldBe("unreachable");
    }

    [Fact]
    public void Action_Version_IsTheOneOfThisSource() => ActionFile.Read().Inputs["version"].Default.ShouldBe(ToolVersion.Text);

    private ActionRunner Runner(string json, string token = "")
    {
        var runner = new ActionRunner(_repository.CheckOut());
        runner.Environment["GITHUB_API_URL"] = _server.Api;
        runner.Environment["GITHUB_GRAPHQL_URL"] = _server.GraphQL;
        runner.Environment["GITHUB_RUN_ID"] = "100";
        runner.Environment["GITHUB_SHA"] = _repository.Head;
        runner.Environment["TOKEN"] = token.Length > 0 ? token : "good";
        runner.Event(JsonElement.Parse(json).GetRawText());
        return runner;
    }

    private ActionRunner PullRequest(string token)
    {
        _server.Head = _repository.Head;
        var runner = Runner(ActionRunner.PullRequestEvent(_server.Head), token);
        runner.Environment["GITHUB_BASE_REF"] = "main";
        return runner;
    }

    [GeneratedRegex(@"::stop-commands::(\w+)\n.*?\n::\1::", RegexOptions.Singleline)]
    private static partial Regex Stopped();
}
