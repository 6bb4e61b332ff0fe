using System.Text.Json;
using Binex.Ci.GitHub;

namespace Binex.Ci.Tests.GitHub;

public sealed class GitHubBuildTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["GITHUB_REPOSITORY"] = "acme/flows",
        ["GITHUB_API_URL"] = "https://github.example/api/v3",
        ["GITHUB_GRAPHQL_URL"] = "https://github.example/api/graphql",
        ["GITHUB_SERVER_URL"] = "https://github.example",
        ["GITHUB_RUN_ID"] = "42",
        ["GITHUB_SHA"] = "merge",
    };

    private static readonly GitHubBuild Expected = new()
    {
        Repository = "acme/flows",
        Api = new Uri("https://github.example/api/v3/"),
        GraphQL = new Uri("https://github.example/api/graphql"),
        Url = "https://github.example/acme/flows/actions/runs/42",
        Order = 42,
        Commit = "merge",
    };

    [Fact]
    public void Read_Push_HasNoPullRequest() => Read("""{"ref":"refs/heads/main"}""").ShouldBe(Expected);

    [Fact]
    public void Read_PullRequest_TakesItsNumberAndHead() =>
        Read("""{"pull_request":{"number":7,"head":{"sha":"head"}}}""").ShouldBe(Expected with { PullRequest = 7, Commit = "head" });

    // The other workflow ran what a stranger wrote; what GitHub says of it is still true.
    [Fact]
    public void Read_AfterAnotherWorkflow_TakesItsBranchCommitAndId() =>
        Read("""{"workflow_run":{"id":40,"head_sha":"theirs","head_branch":"better","head_repository":{"owner":{"login":"stranger"}},"pull_requests":[]},"pull_request":{"number":1}}""")
            .ShouldBe(Expected with { Branch = "stranger:better", Commit = "theirs", Order = 40 });

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"pull_request":7}""")]
    [InlineData("""{"pull_request":{"number":"7","head":[]}}""")]
    public void Read_AnotherEvent_HasNoPullRequest(string json) => Read(json).ShouldBe(Expected);

    [Fact]
    public void Read_Nothing_IsThePublicServer() => GitHubBuild.Read(_ => null, null).ShouldBe(new GitHubBuild());

    private static GitHubBuild Read(string json) => GitHubBuild.Read(Variables.GetValueOrDefault, JsonElement.Parse(json));
}
