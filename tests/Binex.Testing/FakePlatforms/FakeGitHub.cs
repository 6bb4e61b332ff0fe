using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Binex.Testing.FakePlatforms;

/// <summary>An Enterprise server of GitHub with one repository, <c>acme/flows</c>, and one open pull request, number 7, of a fork.</summary>
public sealed class FakeGitHub : FakePlatformServer
{
    private const int MostCharacters = 65_536;

    /// <summary>The newest commit of the pull request.</summary>
    public string Head { get; set; } = new('a', 40);

    /// <summary>What GITHUB_API_URL says.</summary>
    public string Api => $"{Address}/api/v3";

    /// <summary>What GITHUB_GRAPHQL_URL says.</summary>
    public string GraphQL => $"{Address}/api/graphql";

    /// <summary>Starts one where <c>good</c> is the token of a build and <c>fork</c> one that may only read.</summary>
    public static async Task<FakeGitHub> StartNewAsync()
    {
        var server = new FakeGitHub();
        server.Users["good"] = new FakeUser("github-actions[bot]");
        server.Users["fork"] = new FakeUser("github-actions[bot]", MayWrite: false);
        await server.StartAsync();
        return server;
    }

    protected override FakeResponse Unknown { get; } = new(401, new { message = "Bad credentials" });

    /// <summary>The answer of a server that has been asked too often.</summary>
    public static FakeResponse RateLimited(int seconds) => new(403, new { message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again." })
    {
        Headers = new() { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture), ["x-ratelimit-remaining"] = "0", ["x-ratelimit-limit"] = "1000" },
    };

    protected override string TokenOf(IHeaderDictionary headers) => headers.Authorization.ToString().Split(' ')[^1];

    protected override FakeResponse Answer(FakeRequest request, FakeUser user) => (request.Method, request.Path) switch
    {
        ("POST", "/api/graphql") => new(200, new { data = new { viewer = new { login = user.Name } } }),
        ("GET", "/api/v3/repos/acme/flows/pulls/7") => new(200, PullRequest()),
        ("GET", "/api/v3/repos/acme/flows/pulls") => new(200, request.Query["head"] == "stranger:better" ? [PullRequest()] : Array.Empty<object>()),
        ("GET", "/api/v3/repos/acme/flows/issues/7/comments") => List(request),
        ("POST", "/api/v3/repos/acme/flows/issues/7/comments") => Write(request, user, body => (201, Add(user.Name, body))),
        ("PATCH", var path) when Comments.Find(comment => path == $"/api/v3/repos/acme/flows/issues/comments/{comment.Id}") is { } comment => Write(request, user, body =>
        {
            comment.Body = body;
            comment.Edits++;
            return (200, comment);
        }),
        _ => NotFound,
    };

    private FakeResponse List(FakeRequest request)
    {
        var (page, size) = (request.Number("page", 1), request.Number("per_page", 30));
        var response = new FakeResponse(200, Comments.Skip((page - 1) * size).Take(size).Select(Shown).ToArray());
        if (page * size < Comments.Count)
        {
            response.Headers["Link"] = $"<{Api}/repos/acme/flows/issues/7/comments?per_page={size}&page={page + 1}>; rel=\"next\"";
        }

        return response;
    }

    private FakeResponse Write(FakeRequest request, FakeUser user, Func<string, (int, FakeComment)> write)
    {
        if (!user.MayWrite)
        {
            return new(403, new { message = "Resource not accessible by integration" }) { Headers = new() { ["x-ratelimit-remaining"] = "4990", ["x-ratelimit-limit"] = "5000" } };
        }

        var body = request.Json.GetProperty("body").GetString()!;
        if (body.Length > MostCharacters)
        {
            return new(422, new { message = "Validation Failed", errors = new[] { new { code = "custom", message = $"body is too long (maximum is {MostCharacters} characters)" } } });
        }

        var (status, comment) = write(body);
        return new(status, Shown(comment));
    }

    private object PullRequest() => new { id = 70, number = 7, state = "open", head = new { sha = Head, @ref = "better" }, @base = new { sha = new string('b', 40), @ref = "main" } };

    private static object Shown(FakeComment comment) => new
    {
        id = comment.Id,
        body = comment.Body,
        html_url = $"https://github.example/acme/flows/pull/7#issuecomment-{comment.Id}",
        user = new { id = 1, login = comment.Author },
        created_at = "2026-01-01T00:00:00Z",
        updated_at = "2026-01-01T00:00:00Z",
    };
}
