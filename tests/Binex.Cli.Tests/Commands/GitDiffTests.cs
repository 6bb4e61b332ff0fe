using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary><c>diff</c> against a real git repository, whose working tree it must leave alone.</summary>
public sealed class GitDiffTests : IDisposable
{
    private const string Flow = """
        name: demo
        nodes:
          draft: { agent: llm://gpt-4o-mini, prompt: "file://prompts/draft.md" }
          check: { agent: llm://gpt-4o, prompt: "Check ${draft.output}", config: { max_tokens: 500 } }
        """;

    private readonly BinexHere _binex = new();
    private readonly GitFolder _git;

    public GitDiffTests()
    {
        _git = GitFolder.Init(_binex.Folder);
        _binex.Write("flows/a.yaml", Flow);
        _binex.Write("flows/prompts/draft.md", "Write a short text.\n");
        _git.Commit("first");
    }

    public void Dispose()
    {
        // Git makes its objects read-only, and what is read-only cannot be deleted everywhere.
        foreach (var file in Directory.EnumerateFiles(_binex.Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        _binex.Dispose();
    }

    [Fact]
    public async Task Diff_OfARef_FindsAChangedPromptFileAndLeavesTheTreeAsItIs()
    {
        _binex.Write("flows/prompts/draft.md", "Write a short text about bees.\n");
        _binex.Write("flows/untracked.txt", "mine");
        var before = _git.Run("status", "--porcelain") + _git.Run("rev-parse", "HEAD");

        var result = (await _binex.RunAsync("diff", "main", _binex.PathOf("flows", "a.yaml"), "--format", "json")).ShouldExit(0);

        var draft = result.Json.GetProperty("nodes")[0];
        draft.GetProperty("change").GetString().ShouldBe("changed");
        draft.GetProperty("reasons")[0].GetString().ShouldBe("prompt grew by 11 tokens (bound)");
        (_git.Run("status", "--porcelain") + _git.Run("rev-parse", "HEAD")).ShouldBe(before);
    }

    [Fact]
    public async Task Diff_RenamedNode_IsRecognisedByItsContent()
    {
        _binex.Write("flows/a.yaml", Flow.Replace("  check:", "  verify:"));

        var result = (await _binex.RunAsync("diff", "HEAD", _binex.PathOf("flows", "a.yaml"))).ShouldExit(0);

        result.Out.ShouldContain("renamed, was check");
        result.Out.ShouldContain("1 node unchanged");
    }

    [Fact]
    public async Task Diff_OfTwoRefs_ReadsBothFromGit()
    {
        _binex.Write("flows/a.yaml", Flow.Replace("gpt-4o,", "gpt-4o-mini,"));
        _git.Commit("second");
        File.Delete(_binex.PathOf("flows", "a.yaml"));

        var result = (await _binex.RunAsync("diff", "HEAD~1", "HEAD", "--workflow", "flows/a.yaml")).ShouldExit(0);

        result.Out.ShouldContain("model gpt-4o → gpt-4o-mini");
        (await _binex.RunAsync("diff", "HEAD~1:flows/a.yaml", "main:flows/a.yaml")).ShouldExit(0).Out.ShouldContain("model gpt-4o → gpt-4o-mini");
    }

    [Fact]
    public async Task Diff_OfTwoRefsWithoutAWorkflow_AsksForOneAndNamesWhatThereIs() =>
        (await _binex.RunAsync("diff", "main", "HEAD")).ShouldFail(2, "--workflow", "flows/a.yaml");

    [Theory]
    [InlineData("mian", "main")]
    [InlineData("relase-1", "release-1")]
    [InlineData("v1.0.1", "v1.0.0")]
    public async Task Diff_OfARefThatIsNotThere_NamesTheNearest(string asked, string nearest)
    {
        _git.Run("branch", "release-1");
        _git.Run("tag", "v1.0.0");

        (await _binex.RunAsync("diff", asked, _binex.PathOf("flows", "a.yaml"))).ShouldFail(2, $"'{asked}' is no file, no run and no git ref", $"did you mean '{nearest}'");
    }

    [Fact]
    public async Task Diff_OfARepositoryWithoutACommit_SaysSo()
    {
        _git.Run("checkout", "--quiet", "--orphan", "new");
        _git.Run("branch", "--delete", "--force", "main");

        (await _binex.RunAsync("diff", "HEAD", _binex.PathOf("flows", "a.yaml"))).ShouldFail(2, "'HEAD' is no file, no run and no git ref", "the repository has no commit yet");
    }

    [Theory]
    [InlineData("--upload-pack=touch owned")]
    [InlineData("--output=owned")]
    [InlineData("main\nHEAD")]
    [InlineData("$(touch owned)")]
    public async Task Diff_OfARefThatIsMeantToDoSomething_DoesNothing(string asked)
    {
        (await _binex.RunAsync("diff", "--", asked, _binex.PathOf("flows", "a.yaml"))).ShouldExit(2);

        File.Exists(_binex.PathOf("owned")).ShouldBeFalse();
    }

    [Fact]
    public async Task Diff_WorkflowThatTheRefDoesNotHave_NamesTheNearest()
    {
        _binex.Write("flows/b.yaml", Flow);

        (await _binex.RunAsync("diff", "main", _binex.PathOf("flows", "b.yaml"))).ShouldFail(2, "has no file 'flows/b.yaml'", "did you mean 'flows/a.yaml'");
    }

    [Fact]
    public async Task Diff_WorkflowInASubmodule_IsRefusedWithItsName()
    {
        using var other = new BinexHere();
        var library = GitFolder.Init(other.Folder);
        other.Write("flow.yaml", Flow.Replace("file://prompts/draft.md", "Hello"));
        library.Commit("library");
        _git.Run("submodule", "--quiet", "add", other.Folder, "lib");
        _git.Commit("with a submodule");

        (await _binex.RunAsync("diff", "main", _binex.PathOf("lib", "flow.yaml"))).ShouldFail(2, "submodule 'lib'", "run the command in the folder 'lib'");
        foreach (var file in Directory.EnumerateFiles(other.Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task Diff_InAShallowClone_SaysThatItHoldsTheNewestOnly()
    {
        _git.Commit("second");
        using var clone = new BinexHere();
        _git.Run("clone", "--quiet", "--depth", "1", $"file://{_binex.Folder}", clone.PathOf("clone"));

        var context = new FakeConsole();
        var result = await Task.Run(() => BinexCli.Run(["diff", "HEAD~1", clone.PathOf("clone", "flows", "a.yaml")], new CliContext(context, _ => null, clone.PathOf("clone"), TimeProvider.System)));

        result.ShouldBe(2);
        context.ErrorText.ToString().ShouldContain("shallow");
        context.ErrorText.ToString().ShouldContain("git fetch --unshallow");
        foreach (var file in Directory.EnumerateFiles(clone.Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task Diff_PromptBehindALinkOutOfTheTree_IsRefused()
    {
        File.Delete(_binex.PathOf("flows", "prompts", "draft.md"));
        File.CreateSymbolicLink(_binex.PathOf("flows", "prompts", "draft.md"), "/etc/hostname");
        _git.Commit("a link");
        File.Delete(_binex.PathOf("flows", "prompts", "draft.md"));
        _binex.Write("flows/prompts/draft.md", "Write.");

        (await _binex.RunAsync("diff", "main", _binex.PathOf("flows", "a.yaml"))).ShouldFail(2, "symbolic link");
    }

    [Fact]
    public async Task Diff_InASubfolder_TakesPathsFromThere()
    {
        _binex.Write("flows/prompts/draft.md", "Write a short text about bees.\n");
        var console = new FakeConsole();

        var exitCode = await Task.Run(() => BinexCli.Run(["diff", "main", _binex.PathOf("flows", "a.yaml")], new CliContext(console, _ => null, _binex.PathOf("flows"), TimeProvider.System)));

        exitCode.ShouldBe(0, console.ErrorText.ToString());
        console.OutText.ToString().ShouldContain("prompt grew by 11 tokens");
    }

    [Fact]
    public async Task Plan_WithABaseline_FailsTheGateAndNamesTheNode()
    {
        _binex.Write("flows/a.yaml", Flow.Replace("gpt-4o,", "gpt-4.1,"));

        (await _binex.RunAsync("plan", _binex.PathOf("flows", "a.yaml"), "--baseline", "main", "--max-increase", "10%"))
            .ShouldFail(4, "gate failed: max_increase", "node 'check'", "flows/a.yaml:4:3");
        (await _binex.RunAsync("plan", _binex.PathOf("flows", "a.yaml"), "--baseline", "main", "--max-increase", "100")).ShouldExit(0);
    }
}
