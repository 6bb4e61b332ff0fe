using Binex.Ci.Comments;

namespace Binex.Ci.Platforms;

/// <summary>
/// Brings a comment to a pull request. What fails in passing is done again from the start: reading first shows whether the try
/// before has posted it after all, so that no comment is posted twice.
/// </summary>
/// <param name="platform">The platform.</param>
/// <param name="time">Tells how long a wait is.</param>
public sealed class CommentPoster(IReviewPlatform platform, TimeProvider time)
{
    private const int Tries = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Posts or edits the comment, or leaves it as it is.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="behavior">What becomes of the one of an earlier build.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Posting> PostAsync(Comment comment, CommentBehavior behavior, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var posting = await TryAsync(comment, behavior, tried > 1, cancellationToken).ConfigureAwait(false);
            var wait = posting.Failure?.RetryAfter ?? FirstWait * Math.Pow(2, tried - 1);
            if (posting.Failure is not { Kind: PlatformFailureKind.Passing } || tried == Tries || wait > LongestWait)
            {
                return posting;
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Posting> TryAsync(Comment comment, CommentBehavior behavior, bool isRepeated, CancellationToken cancellationToken)
    {
        var read = await platform.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (read.Value is not { } pullRequest)
        {
            return new Posting(null, null, read.Failure);
        }

        var update = CommentUpdate.Decide(comment, pullRequest, behavior, isRepeated);
        var answer = update.Kind switch
        {
            UpdateKind.Create => await platform.CreateAsync(pullRequest, comment.Body, cancellationToken).ConfigureAwait(false),
            UpdateKind.Edit => await platform.EditAsync(pullRequest, update.Existing!, comment.Body, cancellationToken).ConfigureAwait(false),
            _ => new PlatformAnswer<string>(update.Existing?.Url),
        };
        return new Posting(update, answer.Value, answer.Failure);
    }
}
