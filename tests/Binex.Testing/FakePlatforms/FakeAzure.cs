using Microsoft.AspNetCore.Http;

namespace Binex.Testing.FakePlatforms;

/// <summary>An Azure DevOps with one repository, <c>acme/shop/flows</c>, and one pull request, number 7. Each comment is a thread of its own.</summary>
public sealed class FakeAzure : FakePlatformServer
{
    private const string Repository = "/acme/shop/_apis/git/repositories/flows/pullRequests/7";

    /// <summary>The newest commit of the pull request.</summary>
    public string Head { get; set; } = new('a', 40);

    /// <summary>What SYSTEM_COLLECTIONURI says.</summary>
    public string Collection => $"{Address}/acme/";

    /// <summary>The status of each new thread.</summary>
    public List<string> Statuses { get; } = [];

    /// <summary>Starts one where <c>good</c> is the token of a build and <c>weak</c> one that may only read.</summary>
    public static async Task<FakeAzure> StartNewAsync()
    {
        var server = new FakeAzure();
        server.Users["good"] = new FakeUser("build-service");
        server.Users["weak"] = new FakeUser("build-service", MayWrite: false);
        await server.StartAsync();
        return server;
    }

    // It asks people to sign in, and says that all went well.
    protected override FakeResponse Unknown { get; } = new(203, "<html>Sign in</html>");

    protected override string TokenOf(IHeaderDictionary headers) => headers.Authorization.ToString().Split(' ')[^1];

    protected override FakeResponse Answer(FakeRequest request, FakeUser user) => (request.Method, request.Path) switch
    {
        ("GET", "/acme/_apis/connectionData") => new(200, new { authenticatedUser = new { id = user.Name } }),
        ("GET", Repository) => new(200, new { pullRequestId = 7, lastMergeSourceCommit = new { commitId = Head } }),
        ("GET", $"{Repository}/threads") => new(200, new { value = Comments.Select(Thread).ToArray(), count = Comments.Count }),
        ("POST" or "PATCH", _) when !user.MayWrite => new(403, new { message = "TF401027: You need the Git 'PullRequestContribute' permission" }),
        ("POST", $"{Repository}/threads") => Post(request, user),
        ("PATCH", var path) when Comments.Find(comment => path == $"{Repository}/threads/{comment.Id}/comments/1") is { } comment => Edit(comment, request),
        _ => NotFound,
    };

    private FakeResponse Post(FakeRequest request, FakeUser user)
    {
        Statuses.Add(request.Json.GetProperty("status").GetString()!);
        return new(200, Thread(Add(user.Name, request.Json.GetProperty("comments")[0].GetProperty("content").GetString()!)));
    }

    private static FakeResponse Edit(FakeComment comment, FakeRequest request)
    {
        comment.Body = request.Json.GetProperty("content").GetString()!;
        comment.Edits++;
        return new(200, new { id = 1, content = comment.Body });
    }

    private static object Thread(FakeComment comment) => new
    {
        id = comment.Id,
        isDeleted = false,
        comments = new[] { new { id = 1, parentCommentId = 0, content = comment.Body, author = new { id = comment.Author } } },
    };
}
