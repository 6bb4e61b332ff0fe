using Binex.Cli.Tests.Processes;
using Binex.Testing.FakePlatforms;

namespace Binex.Cli.Tests.Ci;

/// <summary><c>comment</c> as somebody types it.</summary>
public sealed class CommentCommandTests : IAsyncLifetime
{
    private readonly BinexHere _binex = new();
    private FakeGitHub _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeGitHub.StartNewAsync();
        _binex.Write("flow.yaml", Samples.Model);
        _binex.Write("plan.json", (await _binex.RunAsync("plan", _binex.PathOf("flow.yaml"), "--format", "json")).ShouldExit(0).Out);
        _binex.Environment["GITHUB_API_URL"] = _server.Api;
        _binex.Environment["GITHUB_GRAPHQL_URL"] = _server.GraphQL;
        _binex.Environment["GITHUB_TOKEN"] = "good";
    }

    public async ValueTask DisposeAsync()
    {
        _binex.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Comment_WithoutABuild_TakesOptions()
    {
        string[] command = ["comment", "github", _binex.PathOf("plan.json"), "--repository", "acme/flows", "--pull-request", "7", "--tag", "mine", "--report-url", "https://x.example/(a)"];

        (await _binex.RunAsync(command)).ShouldExit(0).Out.ShouldBe("posted a comment https://github.example/acme/flows/pull/7#issuecomment-1000\n");
        (await _binex.RunAsync(command)).ShouldExit(0).Out.ShouldStartWith("the comment says so already");

        var body = _server.Comments.Single().Body;
        body.ShouldStartWith("<!-- binex-comment tag=mine content=");
        body.ShouldContain("[report](https://x.example/%28a%29)");
    }

    [Fact]
    public async Task Comment_DryRun_PrintsTheCommentAndChangesNothing()
    {
        _binex.Environment["GITHUB_STEP_SUMMARY"] = _binex.PathOf("summary.md");

        var result = (await _binex.RunAsync("comment", "github", _binex.PathOf("plan.json"), "--dry-run", "--repository", "acme/flows", "--pull-request", "7")).ShouldExit(0);

        result.Out.ShouldStartWith("<!-- binex-comment tag=binex content=");
        File.Exists(_binex.PathOf("summary.md")).ShouldBeFalse();
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Comment_Json_IsOneDocumentInEveryCase()
    {
        string[] command = ["comment", "github", _binex.PathOf("plan.json"), "--repository", "acme/flows", "--format", "json"];

        (await _binex.RunAsync([.. command, "--pull-request", "7"])).ShouldExit(0).Json.GetProperty("outcome").GetString().ShouldBe("created");
        (await _binex.RunAsync([.. command, "--pull-request", "7", "--commit", new string('c', 40)])).ShouldExit(0).Json.GetProperty("outcome").GetString().ShouldBe("stale");
        (await _binex.RunAsync([.. command, "--behavior", "off"])).ShouldExit(0).Json.GetProperty("outcome").GetString().ShouldBe("off");
        (await _binex.RunAsync(command)).ShouldExit(0).Json.GetProperty("outcome").GetString().ShouldBe("no_pull_request");
        (await _binex.RunAsync([.. command, "--pull-request", "8"])).ShouldExit(2).Json.GetProperty("outcome").GetString().ShouldBe("refused");
        _binex.Environment["GITHUB_TOKEN"] = "fork";
        (await _binex.RunAsync([.. command, "--pull-request", "7", "--tag", "b"])).ShouldExit(0).Json.GetProperty("outcome").GetString().ShouldBe("not_allowed");
        (await _binex.RunAsync([.. command, "--pull-request", "7", "--behavior", "never"])).ShouldExit(2).Json.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("never");
    }

    [Fact]
    public async Task Comment_WrongToken_FailsWithoutShowingIt()
    {
        _binex.Environment["GITHUB_TOKEN"] = "secret-value";

        var result = (await _binex.RunAsync("comment", "github", _binex.PathOf("plan.json"), "--repository", "acme/flows", "--pull-request", "7")).ShouldFail(2, "Bad credentials");

        result.ToString().ShouldNotContain("secret-value");
    }

    [Fact]
    public async Task Comment_WithoutAToken_SaysWhichIsMissing()
    {
        _binex.Environment.Remove("GITHUB_TOKEN");

        (await _binex.RunAsync("comment", "github", _binex.PathOf("plan.json"), "--repository", "acme/flows")).ShouldExit(0).Error.ShouldContain("there is no token in GITHUB_TOKEN");
        (await _binex.RunAsync("comment", "gitlab", _binex.PathOf("plan.json"), "--repository", "acme/flows")).ShouldExit(0).Error.ShouldContain("there is no token in GITLAB_TOKEN");
        (await _binex.RunAsync("comment", "azure", _binex.PathOf("plan.json"))).ShouldExit(0).Error.ShouldContain("SYSTEM_COLLECTIONURI");
    }

    [Theory]
    [InlineData("bitbucket", "plan.json", "there is no platform 'bitbucket'")]
    [InlineData("github", "flow.yaml", "it is not JSON")]
    [InlineData("github", "nothing.json", "there is no such file")]
    public async Task Comment_WrongArguments_AreExplained(string platform, string file, string message) =>
        (await _binex.RunAsync("comment", platform, _binex.PathOf(file))).ShouldFail(2, message);

    [Fact]
    public async Task Comment_EmptyFolder_HasNothingToTell() => (await _binex.RunAsync("comment", "github", Directory.CreateDirectory(_binex.PathOf("empty")).FullName)).ShouldFail(2, "nothing to tell");
}
