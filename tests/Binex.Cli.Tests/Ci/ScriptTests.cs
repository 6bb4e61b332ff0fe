using System.Diagnostics;
using Binex.Testing.FakePlatforms;
using YamlDotNet.RepresentationModel;

namespace Binex.Cli.Tests.Ci;

/// <summary>The scripts that readers copy, from <c>docs/ci.md</c> and for GitLab and Azure Pipelines, in a checkout of a branch that costs more.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly CiRepository _repository = new();

    public ScriptTests()
    {
        _repository.Write(_repository.FlowPath, CiRepository.Flow.Replace("check: { agent: llm://gpt-4o-mini", "check: { agent: llm://gpt-4o"));
        _repository.Commit("dearer");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Docs_OnYourMachine_ShowsTheGateAndTheComment()
    {
        var (exitCode, text) = await RunAsync("git fetch --quiet origin +refs/heads/main:refs/remotes/origin/main\n" + WorkflowFileTests.Snippets("bash").Single(), []);

        exitCode.ShouldBe(0, text);
        text.ShouldContain("plan of page (flows/page.yaml)");
        text.ShouldContain("exit code 4");
        text.ShouldContain("### ❌ page (flows/page.yaml): a gate does not hold");
        text.ShouldContain("| check | changed |");
    }

    [Fact]
    public async Task GitLab_Script_CommentsAndFailsWithTheGate()
    {
        await using var server = await FakeGitLab.StartNewAsync();
        server.Head = _repository.Head;

        var (exitCode, text) = await RunAsync(Lines("gitlab-ci.yml", "binex", "script"), new()
        {
            ["CI_API_V4_URL"] = server.Api, ["CI_PROJECT_ID"] = "42", ["CI_MERGE_REQUEST_IID"] = "7", ["CI_PIPELINE_ID"] = "5", ["CI_COMMIT_SHA"] = server.Head,
            ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "main", ["GITLAB_TOKEN"] = "good",
        });

        exitCode.ShouldBe(4, text);
        server.Comments.Single().Body.ShouldContain("model gpt-4o-mini → gpt-4o");
    }

    [Fact]
    public async Task GitLab_ScriptOfAFork_FailsWithTheGateAllTheSame()
    {
        var (exitCode, text) = await RunAsync(Lines("gitlab-ci.yml", "binex", "script"), new() { ["CI_PROJECT_ID"] = "42", ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "main" });

        exitCode.ShouldBe(4, text);
        text.ShouldContain("there is no token in GITLAB_TOKEN");
    }

    [Fact]
    public async Task Azure_Script_CommentsAndFailsWithTheGate()
    {
        await using var server = await FakeAzure.StartNewAsync();
        server.Head = _repository.Head;
        var steps = (YamlSequenceNode)Root("azure-pipelines.yml").Children["steps"];
        var script = steps.OfType<YamlMappingNode>().Select(step => step.Children.TryGetValue("bash", out var bash) ? $"{bash}" : "").Single(text => text.Contains("comment azure"));

        var (exitCode, text) = await RunAsync(script, new()
        {
            ["SYSTEM_COLLECTIONURI"] = server.Collection, ["SYSTEM_TEAMPROJECT"] = "shop", ["BUILD_REPOSITORY_ID"] = "flows", ["BUILD_BUILDID"] = "5",
            ["SYSTEM_PULLREQUEST_PULLREQUESTID"] = "7", ["SYSTEM_PULLREQUEST_SOURCECOMMITID"] = server.Head, ["SYSTEM_PULLREQUEST_TARGETBRANCH"] = "refs/heads/main",
            ["SYSTEM_ACCESSTOKEN"] = "good", ["AGENT_TOOLSDIRECTORY"] = "/nowhere",
        });

        exitCode.ShouldBe(4, text);
        server.Comments.Single().Body.ShouldContain("model gpt-4o-mini → gpt-4o");
    }

    // What a package would have installed is there already: 'dotnet binex' is the program that was built.
    private async Task<(int ExitCode, string Text)> RunAsync(string script, Dictionary<string, string> variables)
    {
        using var runner = new ActionRunner(_repository.CheckOut());
        runner.Script("bin/dotnet", $"case \"$1\" in binex) shift; exec '{runner.PathOf("binex-tool/dotnet-binex")}' \"$@\" ;; new | tool) ;; *) exit 9 ;; esac");
        var start = new ProcessStartInfo("bash", ["-e", "-c", script]) { WorkingDirectory = runner.Workspace, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["PATH"] = $"{runner.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }

    // GitLab runs the lines of a list one after the other in one shell.
    private static string Lines(string file, string job, string key) =>
        string.Join('\n', ((YamlSequenceNode)((YamlMappingNode)Root(file).Children[job]).Children[key]).Select(line => $"{line}"));

    private static YamlMappingNode Root(string file)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.PathOf("examples", "ci", file));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
