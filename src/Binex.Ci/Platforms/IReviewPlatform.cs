using Binex.Ci.Comments;

namespace Binex.Ci.Platforms;

/// <summary>A place where pull requests are talked about. Nothing here is tried twice: who posts decides that.</summary>
public interface IReviewPlatform
{
    /// <summary>The pull request with the comments that are ours by author and by marker; null when the build belongs to none.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<PlatformAnswer<PullRequest>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Posts a comment.</summary>
    /// <param name="pullRequest">Where.</param>
    /// <param name="body">What it says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The address at which a person sees it; empty when the platform does not say.</returns>
    Task<PlatformAnswer<string>> CreateAsync(PullRequest pullRequest, string body, CancellationToken cancellationToken);

    /// <summary>Edits a comment.</summary>
    /// <param name="pullRequest">Where.</param>
    /// <param name="comment">Which one.</param>
    /// <param name="body">What it says from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>As <see cref="CreateAsync"/>.</returns>
    Task<PlatformAnswer<string>> EditAsync(PullRequest pullRequest, PostedComment comment, string body, CancellationToken cancellationToken);
}
