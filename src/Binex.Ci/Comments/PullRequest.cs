namespace Binex.Ci.Comments;

/// <summary>A pull request as it stands.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Head">The newest commit of its branch; null when the platform does not say.</param>
/// <param name="Comments">Our own comments in it, with a marker, oldest first.</param>
public sealed record PullRequest(string Id, string? Head, IReadOnlyList<PostedComment> Comments);
