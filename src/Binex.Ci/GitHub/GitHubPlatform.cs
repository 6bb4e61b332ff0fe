using System.Globalization;
using Binex.Ci.Comments;
using Binex.Ci.Platforms;
using Octokit;
using Octokit.Internal;
using PullRequest = Binex.Ci.Comments.PullRequest;

namespace Binex.Ci.GitHub;

/// <summary>Comments of pull requests at GitHub, also at an Enterprise server. Octokit sends each request once.</summary>
public sealed class GitHubPlatform : IReviewPlatform
{
    /// <summary>The most characters that a comment may have.</summary>
    // GitHub takes 65,536; what it counts as one is not written down.
    public const int MostCharacters = 65_000;
    private const int PageSize = 100;
    private const int MostPages = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly GitHubClient _client;
    private readonly GitHubBuild _build;
    private readonly string _owner;
    private readonly string _name;

    /// <summary>Prepares to ask.</summary>
    /// <param name="build">The build; its repository is known.</param>
    /// <param name="token">The token.</param>
    /// <param name="version">The version of this program.</param>
    public GitHubPlatform(GitHubBuild build, string token, string version)
    {
        _build = build;
        (_owner, _name) = build.Repository!.Split('/') is [var owner, var name] ? (owner, name) : (build.Repository, "");
        _client = new GitHubClient(new Connection(new ProductHeaderValue("binex", version), build.Api, new InMemoryCredentialStore(new Credentials(token))));
        _client.SetRequestTimeout(Patience);
    }

    /// <inheritdoc/>
    public async Task<PlatformAnswer<PullRequest>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_build is { PullRequest: null, Branch: null })
        {
            return new PlatformAnswer<PullRequest>(null);
        }

        var author = await GitHubFailures.CatchAsync(() => AuthorAsync(cancellationToken)).ConfigureAwait(false);
        return author.Value is { } login
            ? await GitHubFailures.CatchAsync(() => ReadAsync(login, cancellationToken)).ConfigureAwait(false)
            : new PlatformAnswer<PullRequest>(null, author.Failure ?? new PlatformFailure(PlatformFailureKind.NotAllowed, "GitHub does not tell to whom the token belongs"));
    }

    /// <inheritdoc/>
    public Task<PlatformAnswer<string>> CreateAsync(PullRequest pullRequest, string body, CancellationToken cancellationToken) => GitHubFailures.CatchAsync(async () =>
        (await _client.Issue.Comment.Create(_owner, _name, int.Parse(pullRequest.Id, CultureInfo.InvariantCulture), body)
            .WaitAsync(cancellationToken).ConfigureAwait(false)).HtmlUrl ?? "");

    /// <inheritdoc/>
    public Task<PlatformAnswer<string>> EditAsync(PullRequest pullRequest, PostedComment comment, string body, CancellationToken cancellationToken) =>
        GitHubFailures.CatchAsync(async () =>
            (await _client.Issue.Comment.Update(_owner, _name, long.Parse(comment.Id, CultureInfo.InvariantCulture), body)
                .WaitAsync(cancellationToken).ConfigureAwait(false)).HtmlUrl ?? "");

    // The event of a workflow that runs after another names no pull request of a fork: the open one of that branch is the one.
    private async Task<Octokit.PullRequest?> FindAsync(string branch, CancellationToken cancellationToken)
    {
        var open = await _client.PullRequest.GetAllForRepository(_owner, _name, new PullRequestRequest { State = ItemStateFilter.Open, Head = branch })
            .WaitAsync(cancellationToken).ConfigureAwait(false);
        return open.FirstOrDefault(candidate => candidate.Head?.Sha == _build.Commit) ?? (open.Count > 0 ? open[0] : null);
    }

    private async Task<PullRequest?> ReadAsync(string author, CancellationToken cancellationToken)
    {
        var found = _build.PullRequest is { } number
            ? await _client.PullRequest.Get(_owner, _name, number).WaitAsync(cancellationToken).ConfigureAwait(false)
            : await FindAsync(_build.Branch!, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        var all = await _client.Issue.Comment.GetAllForIssue(
            _owner, _name, found.Number, new ApiOptions { StartPage = 1, PageSize = PageSize, PageCount = MostPages }).WaitAsync(cancellationToken).ConfigureAwait(false);
        var own = all
            .Where(comment => string.Equals(comment.User?.Login, author, StringComparison.OrdinalIgnoreCase))
            .Select(comment => (comment, Marker: CommentMarker.Read(comment.Body ?? "")))
            .Where(pair => pair.Marker is not null)
            .Select(pair => new PostedComment(pair.comment.Id.ToString(CultureInfo.InvariantCulture), pair.Marker!, pair.comment.HtmlUrl));
        return new PullRequest(found.Number.ToString(CultureInfo.InvariantCulture), found.Head?.Sha, [.. own]);
    }

    // Of the token of a build only the query language tells to whom it belongs.
    private async Task<string?> AuthorAsync(CancellationToken cancellationToken)
    {
        var question = new { query = "query { viewer { login } }" };
        var answer = await _client.Connection
            .Post<ViewerAnswer>(_build.GraphQL, question, "application/json", "application/json", parameters: null, cancellationToken).ConfigureAwait(false);
        return answer.Body?.Data?.Viewer?.Login;
    }
}
