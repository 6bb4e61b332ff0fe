namespace Binex.Ci.Comments;

/// <summary>What is to be done with the comment, and why. Decided from what is known, without asking anybody.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Existing">The comment that stands there; null when there is none.</param>
/// <param name="Reason">Why, where it is not what was asked for; else null.</param>
public sealed record CommentUpdate(UpdateKind Kind, PostedComment? Existing = null, string? Reason = null)
{
    /// <summary>Decides.</summary>
    /// <param name="comment">The comment that is to be posted.</param>
    /// <param name="pullRequest">Where.</param>
    /// <param name="behavior">What becomes of the one of an earlier build.</param>
    /// <param name="isRepeated">Whether an earlier try may have posted it without our learning of it.</param>
    public static CommentUpdate Decide(Comment comment, PullRequest pullRequest, CommentBehavior behavior, bool isRepeated)
    {
        var marker = comment.Marker;
        var existing = pullRequest.Comments.LastOrDefault(posted => posted.Marker.Tag == marker.Tag);
        if (marker.Commit is { } commit && pullRequest.Head is { } head && !head.StartsWith(commit, StringComparison.OrdinalIgnoreCase))
        {
            return new CommentUpdate(UpdateKind.Stale, existing, $"this is the result of {Short(commit)}, and the pull request is at {Short(head)} now");
        }

        if (existing?.Marker is { } before && before.Order > marker.Order && before.Commit != marker.Commit)
        {
            return new CommentUpdate(UpdateKind.Stale, existing, $"a newer build has commented already ({before.Order}; this is {marker.Order})");
        }

        if (existing is not null && existing.Marker.Content == marker.Content && (behavior == CommentBehavior.Update || (isRepeated && existing.Marker == marker)))
        {
            return new CommentUpdate(UpdateKind.Unchanged, existing);
        }

        return existing is not null && behavior == CommentBehavior.Update ? new CommentUpdate(UpdateKind.Edit, existing)
            : comment.IsNews || behavior == CommentBehavior.New ? new CommentUpdate(UpdateKind.Create)
            : new CommentUpdate(UpdateKind.NoNews);
    }

    private static string Short(string commit) => commit[..Math.Min(10, commit.Length)];
}
