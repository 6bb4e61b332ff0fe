using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Binex.Ci.Comments;
using Binex.Ci.Json;
using Binex.Ci.Platforms;

namespace Binex.Ci.AzureDevOps;

/// <summary>Threads of pull requests at Azure DevOps. Ours are closed from the start, so that no policy waits for somebody to resolve them.</summary>
public sealed class AzurePlatform : IReviewPlatform
{
    /// <summary>The most characters that a comment may have.</summary>
    public const int MostCharacters = 150_000;
    private const string Version = "api-version=7.1";

    private readonly RestClient _client;
    private readonly AzureBuild _build;

    /// <summary>Prepares to ask.</summary>
    /// <param name="build">The build; its organisation, project and repository are known.</param>
    /// <param name="token">The token.</param>
    /// <param name="isPersonal">Whether it is a person's access token, and not that of a build.</param>
    public AzurePlatform(AzureBuild build, string token, bool isPersonal)
    {
        _build = build;
        var authorization = isPersonal
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($":{token}")))
            : new AuthenticationHeaderValue("Bearer", token);
        _client = new RestClient("Azure DevOps", headers => headers.Authorization = authorization);
    }

    /// <inheritdoc/>
    public async Task<PlatformAnswer<PullRequest>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_build.PullRequest is not { } number)
        {
            return new PlatformAnswer<PullRequest>(null);
        }

        var user = await _client.GetAsync(new Uri(_build.Collection!, "_apis/connectionData"), cancellationToken).ConfigureAwait(false);
        var request = user.Failure is null ? await _client.GetAsync(Address(number, ""), cancellationToken).ConfigureAwait(false) : user;
        var threads = request.Failure is null ? await _client.GetAsync(Address(number, "/threads"), cancellationToken).ConfigureAwait(false) : request;
        if (threads.Value is not { } found)
        {
            return new PlatformAnswer<PullRequest>(null, threads.Failure);
        }

        var author = JsonMember.Text(user.Value!.Json, "authenticatedUser", "id");
        var own = JsonMember.List(found.Json, "value").Where(thread => !IsDeleted(thread)).SelectMany(thread => OwnOf(thread, author));
        return new PlatformAnswer<PullRequest>(new PullRequest(number, JsonMember.Text(request.Value!.Json, "lastMergeSourceCommit", "commitId"), [.. own]));
    }

    /// <inheritdoc/>
    public async Task<PlatformAnswer<string>> CreateAsync(PullRequest pullRequest, string body, CancellationToken cancellationToken)
    {
        var answer = await _client.SendAsync(HttpMethod.Post, Address(pullRequest.Id, "/threads"), json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("comments");
            Write(json, body);
            json.WriteEndArray();
            json.WriteString("status", "closed");
            json.WriteEndObject();
        }, cancellationToken).ConfigureAwait(false);
        return Posted(answer);
    }

    /// <inheritdoc/>
    public async Task<PlatformAnswer<string>> EditAsync(PullRequest pullRequest, PostedComment comment, string body, CancellationToken cancellationToken) =>
        Posted(await _client.SendAsync(HttpMethod.Patch, Address(pullRequest.Id, $"/threads/{comment.Id}"), json => Write(json, body), cancellationToken).ConfigureAwait(false));

    // The id of a comment is that of its thread and its own.
    private static IEnumerable<PostedComment> OwnOf(JsonElement thread, string? author) => JsonMember.List(thread, "comments")
        .Where(comment => author is not null && JsonMember.Text(comment, "author", "id") == author && !IsDeleted(comment))
        .Select(comment => (Id: JsonMember.Text(comment, "id"), Marker: CommentMarker.Read(JsonMember.Text(comment, "content") ?? "")))
        .Where(comment => comment is { Id: not null, Marker: not null })
        .Select(comment => new PostedComment($"{JsonMember.Text(thread, "id")}/comments/{comment.Id}", comment.Marker!));

    private static bool IsDeleted(JsonElement json) => JsonMember.At(json, "isDeleted") is { ValueKind: JsonValueKind.True };

    private static void Write(Utf8JsonWriter json, string body)
    {
        json.WriteStartObject();
        json.WriteNumber("parentCommentId", 0);
        json.WriteString("content", body);
        json.WriteString("commentType", "text");
        json.WriteEndObject();
    }

    private static PlatformAnswer<string> Posted(PlatformAnswer<RestAnswer> answer) => new(answer.Failure is null ? "" : null, answer.Failure);

    private Uri Address(string number, string rest) => new(
        _build.Collection!,
        $"{Uri.EscapeDataString(_build.Project!)}/_apis/git/repositories/{Uri.EscapeDataString(_build.Repository!)}/pullRequests/{Uri.EscapeDataString(number)}{rest}?{Version}");
}
