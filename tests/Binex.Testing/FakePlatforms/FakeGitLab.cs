using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Binex.Testing.FakePlatforms;

/// <summary>A GitLab with one project, number 42, and one merge request, number 7.</summary>
public sealed class FakeGitLab : FakePlatformServer
{
    /// <summary>The newest commit of the merge request.</summary>
    public string Head { get; set; } = new('a', 40);

    /// <summary>What CI_API_V4_URL says.</summary>
    public string Api => $"{Address}/api/v4";

    /// <summary>Starts one where <c>good</c> is the token of a project and <c>weak</c> one that may only read.</summary>
    public static async Task<FakeGitLab> StartNewAsync()
    {
        var server = new FakeGitLab();
        server.Users["good"] = new FakeUser("project_42_bot");
        server.Users["weak"] = new FakeUser("project_42_bot", MayWrite: false);
        await server.StartAsync();
        return server;
    }

    protected override FakeResponse Unknown { get; } = new(401, new { message = "401 Unauthorized" });

    protected override string TokenOf(IHeaderDictionary headers) => headers["PRIVATE-TOKEN"].ToString();

    protected override FakeResponse Answer(FakeRequest request, FakeUser user) => (request.Method, request.Path) switch
    {
        ("GET", "/api/v4/user") => new(200, new { id = IdOf(user.Name), username = user.Name }),
        ("GET", "/api/v4/projects/42/merge_requests/7") => new(200, new { iid = 7, sha = Head, state = "opened" }),
        ("GET", "/api/v4/projects/42/merge_requests/7/notes") => List(request),
        ("POST" or "PUT", _) when !user.MayWrite => new(403, new { message = "403 Forbidden" }),
        ("POST", "/api/v4/projects/42/merge_requests/7/notes") => new(201, Shown(Add(user.Name, request.Json.GetProperty("body").GetString()!))),
        ("PUT", var path) when Comments.Find(comment => path == $"/api/v4/projects/42/merge_requests/7/notes/{comment.Id}") is { } comment => Edit(comment, request),
        _ => NotFound,
    };

    private FakeResponse List(FakeRequest request)
    {
        var (page, size) = (request.Number("page", 1), request.Number("per_page", 20));
        var isLast = page * size >= Comments.Count;
        return new(200, Comments.Skip((page - 1) * size).Take(size).Select(Shown).ToArray())
        {
            Headers = new() { ["x-next-page"] = isLast ? "" : (page + 1).ToString(CultureInfo.InvariantCulture) },
        };
    }

    private static FakeResponse Edit(FakeComment comment, FakeRequest request)
    {
        comment.Body = request.Json.GetProperty("body").GetString()!;
        comment.Edits++;
        return new(200, Shown(comment));
    }

    private static object Shown(FakeComment comment) => new { id = comment.Id, body = comment.Body, system = false, author = new { id = IdOf(comment.Author), username = comment.Author } };

    private static int IdOf(string name) => name.Sum(character => character);
}
