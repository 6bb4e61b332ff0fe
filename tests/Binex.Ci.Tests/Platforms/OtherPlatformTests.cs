using Binex.Ci.AzureDevOps;
using Binex.Ci.Comments;
using Binex.Ci.GitLab;
using Binex.Ci.Platforms;
using Binex.Testing.FakePlatforms;

namespace Binex.Ci.Tests.Platforms;

/// <summary>The same at servers that behave as GitLab and Azure DevOps do.</summary>
public sealed class OtherPlatformTests : IAsyncLifetime
{
    private readonly ImpatientTime _time = new();
    private FakeGitLab _gitLab = null!;
    private FakeAzure _azure = null!;

    public static TheoryData<string> Platforms => ["gitlab", "azure"];

    public async ValueTask InitializeAsync()
    {
        _gitLab = await FakeGitLab.StartNewAsync();
        _azure = await FakeAzure.StartNewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gitLab.DisposeAsync();
        await _azure.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Post_CreatesThenEditsThenLeavesAlone(string platform)
    {
        (await PostAsync(platform, "one", 42)).Update!.Kind.ShouldBe(UpdateKind.Create);
        (await PostAsync(platform, "two", 43)).Update!.Kind.ShouldBe(UpdateKind.Edit);
        (await PostAsync(platform, "two", 44)).Update!.Kind.ShouldBe(UpdateKind.Unchanged);
        (await PostAsync(platform, "old", 41, new string('b', 40))).Update!.Kind.ShouldBe(UpdateKind.Stale);

        var comment = Server(platform).Comments.Single();
        comment.Edits.ShouldBe(1);
        comment.Body.ShouldEndWith("two");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Post_TagInAForeignCommentAndManyOthers_FindsOnlyOurs(string platform)
    {
        var foreign = Server(platform).Add("stranger", Comment("old", 1).Body);
        for (var i = 0; i < 250; i++)
        {
            Server(platform).Add("reviewer", "looks good");
        }

        var own = Server(platform).Add(Server(platform).Users["good"].Name, Comment("old", 1).Body);

        (await PostAsync(platform, "new", 42)).Update!.Kind.ShouldBe(UpdateKind.Edit);

        own.Edits.ShouldBe(1);
        foreign.Edits.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Post_TokenThatMayOnlyRead_IsNotAllowed(string platform) =>
        (await PostAsync(platform, "x", 42, token: "weak")).Failure!.Kind.ShouldBe(PlatformFailureKind.NotAllowed);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Post_WrongToken_SaysSo(string platform) =>
        (await PostAsync(platform, "x", 42, token: "wrong")).Failure!.Kind.ShouldBe(PlatformFailureKind.NotFound);

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Post_AnswerLost_PostsOnce(string platform)
    {
        Server(platform).Fail(FakeFault.BadGateway("POST", isDone: true));

        (await PostAsync(platform, "x", 42)).Failure.ShouldBeNull();

        Server(platform).Comments.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Post_AskedTooOften_WaitsAsLongAsItIsTold(string platform)
    {
        Server(platform).Fail(new FakeFault("POST", new FakeResponse(429, "Retry later") { Headers = new() { ["Retry-After"] = "5" } }));

        (await PostAsync(platform, "x", 42)).Failure.ShouldBeNull();

        _time.Waits.ShouldBe([TimeSpan.FromSeconds(5)]);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Post_Redirection_IsNotFollowedWithTheToken(string platform)
    {
        await using var other = await FakeGitLab.StartNewAsync();
        Server(platform).Fail(new FakeFault("GET", new FakeResponse(302, "") { Headers = new() { ["Location"] = other.Address } }));

        (await PostAsync(platform, "x", 42)).Failure!.Kind.ShouldBe(PlatformFailureKind.NotFound);

        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Azure_ClosesItsThread()
    {
        await PostAsync("azure", "x", 42);

        _azure.Statuses.ShouldBe(["closed"]);
    }

    [Fact]
    public void Read_GitLab_TakesTheCommitThatSomebodyWrote()
    {
        var variables = new Dictionary<string, string>
        {
            ["CI_PROJECT_ID"] = "42", ["CI_MERGE_REQUEST_IID"] = "7", ["CI_COMMIT_SHA"] = "merged", ["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] = "source", ["CI_PIPELINE_ID"] = "99",
        };

        GitLabBuild.Read(variables.GetValueOrDefault).ShouldBe(new GitLabBuild { Project = "42", MergeRequest = "7", Commit = "source", Order = 99 });
        GitLabBuild.Read(_ => null).ShouldBe(new GitLabBuild());
    }

    [Fact]
    public void Read_Azure_TakesTheCommitThatSomebodyWrote()
    {
        var variables = new Dictionary<string, string>
        {
            ["SYSTEM_COLLECTIONURI"] = "https://dev.azure.example/acme/", ["SYSTEM_TEAMPROJECT"] = "my shop", ["BUILD_REPOSITORY_ID"] = "guid", ["BUILD_BUILDID"] = "99",
            ["SYSTEM_PULLREQUEST_PULLREQUESTID"] = "7", ["SYSTEM_PULLREQUEST_SOURCECOMMITID"] = "source", ["BUILD_SOURCEVERSION"] = "merged",
        };

        AzureBuild.Read(variables.GetValueOrDefault).ShouldBe(new AzureBuild
        {
            Collection = new Uri("https://dev.azure.example/acme/"), Project = "my shop", Repository = "guid", PullRequest = "7", Commit = "source", Order = 99,
            Url = "https://dev.azure.example/acme/my%20shop/_build/results?buildId=99",
        });
        AzureBuild.Read(_ => null).ShouldBe(new AzureBuild());
    }

    private static Comment Comment(string text, long order, string? commit = null) =>
        new(new CommentMarker("binex") { Order = order, Commit = commit ?? new string('a', 40), Content = text }, text, true);

    private FakePlatformServer Server(string platform) => platform == "gitlab" ? _gitLab : _azure;

    // A personal token of Azure is sent as a password; the one of a build is what these send.
    private Task<Posting> PostAsync(string platform, string text, long order, string? commit = null, string token = "good")
    {
        IReviewPlatform target = platform == "gitlab"
            ? new GitLabPlatform(new GitLabBuild { Api = new Uri(_gitLab.Api + "/"), Project = "42", MergeRequest = "7" }, token)
            : new AzurePlatform(new AzureBuild { Collection = new Uri(_azure.Collection), Project = "shop", Repository = "flows", PullRequest = "7" }, token, isPersonal: false);
        return new CommentPoster(target, _time).PostAsync(Comment(text, order, commit), CommentBehavior.Update, CancellationToken.None);
    }
}
