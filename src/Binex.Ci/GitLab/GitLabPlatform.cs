using Binex.Ci.Comments;
using Binex.Ci.Json;
using Binex.Ci.Platforms;

namespace Binex.Ci.GitLab;

/// <summary>Notes of merge requests at GitLab.</summary>
public sealed class GitLabPlatform : IReviewPlatform
{
    /// <summary>The most characters that a comment may have.</summary>
    public const int MostCharacters = 1_000_000;
    private const int MostPages = 100;

    private readonly RestClient _client;
    private readonly GitLabBuild _build;

    /// <summary>Prepares to ask.</summary>
    /// <param name="build">The build; its project is known.</param>
    /// <param name="token">The token, of a project, a group or a person.</param>
    public GitLabPlatform(GitLabBuild build, string token)
    {
        _build = build;
        _client = new RestClient("GitLab", headers => headers.Add("PRIVATE-TOKEN", token));
    }

    /// <inheritdoc/>
    public async Task<PlatformAnswer<PullRequest>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_build.MergeRequest is not { } number)
        {
            return new PlatformAnswer<PullRequest>(null);
        }

        var user = await _client.GetAsync(new Uri(_build.Api, "user"), cancellationToken).ConfigureAwait(false);
        var request = user.Failure is null ? await _client.GetAsync(Address(number, ""), cancellationToken).ConfigureAwait(false) : user;
        if (request.Value is not { } found)
        {
            return new PlatformAnswer<PullRequest>(null, request.Failure);
        }

        var author = JsonMember.Text(user.Value!.Json, "id");
        var own = new List<PostedComment>();
        for (var (page, read) = ("1", 0); page is not null && read < MostPages; read++)
        {
            var notes = await _client.GetAsync(Address(number, $"/notes?sort=asc&order_by=created_at&per_page=100&page={Uri.EscapeDataString(page)}"), cancellationToken).ConfigureAwait(false);
            if (notes.Value is not { } list)
            {
                return new PlatformAnswer<PullRequest>(null, notes.Failure);
            }

            own.AddRange(JsonMember.List(list.Json)
                .Where(note => author is not null && JsonMember.Text(note, "author", "id") == author)
                .Select(note => (Id: JsonMember.Text(note, "id"), Marker: CommentMarker.Read(JsonMember.Text(note, "body") ?? "")))
                .Where(note => note is { Id: not null, Marker: not null })
                .Select(note => new PostedComment(note.Id!, note.Marker!)));
            page = list.NextPage;
        }

        return new PlatformAnswer<PullRequest>(new PullRequest(number, JsonMember.Text(found.Json, "sha"), own));
    }

    /// <inheritdoc/>
    public async Task<PlatformAnswer<string>> CreateAsync(PullRequest pullRequest, string body, CancellationToken cancellationToken) =>
        Posted(await _client.SendAsync(HttpMethod.Post, Address(pullRequest.Id, "/notes"), json => Write(json, body), cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<PlatformAnswer<string>> EditAsync(PullRequest pullRequest, PostedComment comment, string body, CancellationToken cancellationToken) =>
        Posted(await _client.SendAsync(HttpMethod.Put, Address(pullRequest.Id, $"/notes/{comment.Id}"), json => Write(json, body), cancellationToken).ConfigureAwait(false));

    private static void Write(System.Text.Json.Utf8JsonWriter json, string body)
    {
        json.WriteStartObject();
        json.WriteString("body", body);
        json.WriteEndObject();
    }

    private static PlatformAnswer<string> Posted(PlatformAnswer<RestAnswer> answer) => new(answer.Failure is null ? "" : null, answer.Failure);

    private Uri Address(string number, string rest) =>
        new(_build.Api, $"projects/{Uri.EscapeDataString(_build.Project!)}/merge_requests/{Uri.EscapeDataString(number)}{rest}");
}
