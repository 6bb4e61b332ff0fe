using Binex.Testing.FakePlatforms;

namespace Binex.Cli.Tests.Ci;

/// <summary>A pull request from its first push to its fix, with a real repository, the real program and the action as a runner runs it.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task PullRequest_ThatGrowsAndIsFixed_HasOneCommentThatTellsItAll()
    {
        using var repository = new CiRepository();
        await using var server = await FakeGitHub.StartNewAsync();

        // Another model, and a longer prompt.
        repository.Write(repository.FlowPath, CiRepository.Flow
            .Replace("check: { agent: llm://gpt-4o-mini", "check: { agent: llm://gpt-4o")
            .Replace("about a lamp.", "about a lamp that imitates the sunrise and say in five languages what it can do for whom and what it costs."));
        var first = repository.Commit("better");
        var build = await BuildAsync(repository, server, run: 1);

        build.ExitCode.ShouldBe(4, build.Log);
        build.Outputs["verdict"].ShouldBe("gate-failed");
        build.Log.ShouldContain("::error file=flows/page.yaml,line=5,endLine=5,col=3,endColumn=3,title=gate max_increase::page: the worst case went from");
        var comment = server.Comments.Single();
        comment.Body.ShouldContain("### ❌ page (flows/page.yaml): a gate does not hold");
        comment.Body.ShouldContain("| check | changed |");
        comment.Body.ShouldContain("model gpt-4o-mini → gpt-4o");
        comment.Body.ShouldContain("| draft | changed |");
        comment.Body.ShouldContain("prompt grew by 94 tokens (bound)", Case.Sensitive, comment.Body);
        build.Summary.ShouldContain("model gpt-4o-mini → gpt-4o");
        build.Summary.ShouldNotContain("<!--");

        // The fix: everything is as it was.
        repository.Write(repository.FlowPath, CiRepository.Flow);
        repository.Write("notes.md", "The lamp needs no sunrise.\n");
        repository.Commit("as it was");
        build = await BuildAsync(repository, server, run: 2);

        build.ExitCode.ShouldBe(0, build.Log);
        build.Outputs["verdict"].ShouldBe("passed");
        build.Outputs["increase"].ShouldBe("0");
        server.Comments.Single().ShouldBe(comment);
        comment.Edits.ShouldBe(1);
        comment.Body.ShouldContain("### ✅ page (flows/page.yaml): no difference in cost");

        // Somebody runs the first build again.
        build = await BuildAsync(repository, server, run: 1, commit: first);

        build.Log.ShouldContain($"nothing is posted: this is the result of {first[..10]}, and the pull request is at {repository.Head[..10]} now");
        comment.Edits.ShouldBe(1);

        // And one more push that changes no workflow.
        repository.Write("notes.md", "Nothing.\n");
        repository.Commit("notes");
        await BuildAsync(repository, server, run: 3);

        comment.Edits.ShouldBe(1);
        server.Changes.Count().ShouldBe(2);
    }

    private static async Task<(int ExitCode, string Log, string Summary, Dictionary<string, string> Outputs)> BuildAsync(CiRepository repository, FakeGitHub server, int run, string? commit = null)
    {
        server.Head = repository.Head;
        using var runner = new ActionRunner(repository.CheckOut());
        runner.Environment["GITHUB_API_URL"] = server.Api;
        runner.Environment["GITHUB_GRAPHQL_URL"] = server.GraphQL;
        runner.Environment["GITHUB_RUN_ID"] = $"{run}";
        runner.Environment["GITHUB_BASE_REF"] = "main";
        runner.Environment["TOKEN"] = "good";
        runner.Event(ActionRunner.PullRequestEvent(commit ?? repository.Head));
        var exitCode = await runner.RunAsync(("workflows", "flows/**/*.yaml"));
        return (exitCode, runner.Log, runner.Summary, new Dictionary<string, string>(runner.Outputs));
    }
}
