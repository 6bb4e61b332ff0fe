using Binex.Ci.Comments;
using Binex.Ci.GitHub;
using Binex.Ci.Platforms;
using Binex.Testing.FakePlatforms;

namespace Binex.Ci.Tests.Platforms;

/// <summary>Comments at a server that behaves as an Enterprise server of GitHub does.</summary>
public sealed class GitHubPlatformTests : IAsyncLifetime
{
    private const string Comments = "/api/v3/repos/acme/flows/issues/7/comments";

    private readonly ImpatientTime _time = new();
    private FakeGitHub _server = null!;

    public async ValueTask InitializeAsync() => _server = await FakeGitHub.StartNewAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Post_First_CreatesAComment()
    {
        var posting = await PostAsync(Comment("hello"));

        posting.Update!.Kind.ShouldBe(UpdateKind.Create);
        posting.Url.ShouldBe("https://github.example/acme/flows/pull/7#issuecomment-1000");
        _server.Comments.Single().Body.ShouldBe(Comment("hello").Body);
    }

    [Fact]
    public async Task Post_Again_EditsTheSameCommentAndLeavesAnUnchangedOneAlone()
    {
        await PostAsync(Comment("one"));
        _server.Head = new string('b', 40);

        (await PostAsync(Comment("two", 43, new string('b', 40)))).Update!.Kind.ShouldBe(UpdateKind.Edit);
        (await PostAsync(Comment("two", 44, new string('b', 40)))).Update!.Kind.ShouldBe(UpdateKind.Unchanged);

        _server.Comments.Single().Edits.ShouldBe(1);
        _server.Changes.ShouldBe([$"POST {Comments}", "PATCH /api/v3/repos/acme/flows/issues/comments/1000"]);
    }

    [Fact]
    public async Task Post_ReRunOfAnOldCommit_ChangesNothing()
    {
        await PostAsync(Comment("new", 43));

        var posting = await PostAsync(Comment("old", 42, new string('b', 40)));

        posting.Update!.Kind.ShouldBe(UpdateKind.Stale);
        _server.Comments.Single().Body.ShouldContain("new");
    }

    [Fact]
    public async Task Post_TagInAForeignComment_IsNotTaken()
    {
        var foreign = _server.Add("stranger", Comment("mine, says a stranger", 999).Body);

        (await PostAsync(Comment("hello"))).Update!.Kind.ShouldBe(UpdateKind.Create);

        foreign.Edits.ShouldBe(0);
        _server.Comments.Count.ShouldBe(2);
        (await PostAsync(Comment("hello again", 43))).Update!.Existing!.Id.ShouldBe("1001");
    }

    [Fact]
    public async Task Post_CommentOnAnotherPage_IsFound()
    {
        for (var i = 0; i < 250; i++)
        {
            _server.Add($"reviewer-{i}", "looks good");
        }

        var own = _server.Add("github-actions[bot]", Comment("old", 1).Body);
        _server.Add("reviewer", "one more");

        await PostAsync(Comment("new"));

        own.Edits.ShouldBe(1);
        _server.Requests.Count(request => request.Path == Comments && request.Method == "GET").ShouldBe(3);
    }

    [Fact]
    public async Task Post_TokenThatMayOnlyRead_IsNotAllowedAndNotTriedAgain()
    {
        var posting = await PostAsync(Comment("hello"), token: "fork");

        posting.Failure!.Kind.ShouldBe(PlatformFailureKind.NotAllowed);
        posting.Failure.Message.ShouldBe("GitHub says (403): Resource not accessible by integration");
        _time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_WrongToken_IsNotFound() => (await PostAsync(Comment("hello"), token: "wrong")).Failure!.Kind.ShouldBe(PlatformFailureKind.NotFound);

    [Fact]
    public async Task Post_RateLimited_WaitsAsLongAsItIsTold()
    {
        _server.Fail(new FakeFault($"GET {Comments}", FakeGitHub.RateLimited(7)));
        _server.Fail(new FakeFault($"POST {Comments}", FakeGitHub.RateLimited(9)));

        (await PostAsync(Comment("hello"))).Failure.ShouldBeNull();

        _time.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9)]);
        _server.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_RateLimitedForLong_GivesUp()
    {
        _server.Fail(new FakeFault($"POST {Comments}", FakeGitHub.RateLimited(3_600)));

        (await PostAsync(Comment("hello"))).Failure!.Kind.ShouldBe(PlatformFailureKind.Passing);

        _time.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CommentBehavior.Update)]
    [InlineData(CommentBehavior.New)]
    public async Task Post_AnswerLost_PostsOnce(CommentBehavior behavior)
    {
        _server.Fail(FakeFault.BadGateway($"POST {Comments}", isDone: true));

        var posting = await PostAsync(Comment("hello"), behavior);

        posting.Failure.ShouldBeNull();
        _server.Comments.Count.ShouldBe(1);
        _server.Changes.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Post_GatewayFailsOnce_IsTriedAgain()
    {
        _server.Fail(FakeFault.BadGateway($"POST {Comments}"));
        _server.Fail(FakeFault.BadGateway("POST /api/graphql"));

        (await PostAsync(Comment("hello"))).Failure.ShouldBeNull();

        _server.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_GatewayAlwaysFails_GivesUpAfterFourTries()
    {
        for (var i = 0; i < 10; i++)
        {
            _server.Fail(FakeFault.BadGateway($"POST {Comments}"));
        }

        var posting = await PostAsync(Comment("hello"));

        posting.Failure!.Kind.ShouldBe(PlatformFailureKind.Passing);
        _server.Changes.Count().ShouldBe(4);
        _time.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)]);
    }

    [Fact]
    public async Task Post_TooLong_IsRejectedWithItsWords()
    {
        var posting = await PostAsync(Comment(new string('x', 66_000)));

        posting.Failure!.Kind.ShouldBe(PlatformFailureKind.Rejected);
        posting.Failure.Message.ShouldContain("body is too long (maximum is 65536 characters)");
    }

    [Fact]
    public async Task Post_LongestThatTheWriterMakes_IsTaken()
    {
        var comment = CommentWriter.Write(Samples.Read(Samples.Many(2_000)), new CommentOrigin(), "binex", GitHubPlatform.MostCharacters);

        comment.Body.Length.ShouldBeGreaterThan(60_000);
        (await PostAsync(comment)).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Post_AfterAnotherWorkflow_FindsThePullRequestOfTheFork()
    {
        var build = Build() with { PullRequest = null, Branch = "stranger:better", Commit = _server.Head };

        (await PostAsync(Comment("hello"), build: build)).Update!.Kind.ShouldBe(UpdateKind.Create);
        (await PostAsync(Comment("hello"), build: build with { Branch = "stranger:other" })).ShouldBe(new Posting(null));
    }

    [Fact]
    public async Task Post_NobodyListens_IsPassing()
    {
        var build = Build() with { Api = new Uri("http://127.0.0.1:9/"), GraphQL = new Uri("http://127.0.0.1:9/graphql") };

        (await PostAsync(Comment("hello"), build: build)).Failure!.Message.ShouldStartWith("GitHub cannot be reached");
    }

    private static Comment Comment(string text, long order = 42, string? commit = null) =>
        new(new CommentMarker("binex") { Order = order, Commit = commit ?? new string('a', 40), Content = text.Length > 50 ? "long" : text.Replace(' ', '-').Replace(",", "") }, text, true);

    private GitHubBuild Build() => new() { Repository = "acme/flows", Api = new Uri(_server.Api + "/"), GraphQL = new Uri(_server.GraphQL), PullRequest = 7 };

    private Task<Posting> PostAsync(Comment comment, CommentBehavior behavior = CommentBehavior.Update, string token = "good", GitHubBuild? build = null) =>
        new CommentPoster(new GitHubPlatform(build ?? Build(), token, "1.0"), _time).PostAsync(comment, behavior, CancellationToken.None);
}
