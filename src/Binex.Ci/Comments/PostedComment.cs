namespace Binex.Ci.Comments;

/// <summary>A comment of our own that stands in a pull request.</summary>
/// <param name="Id">How the platform names it.</param>
/// <param name="Marker">Which comment it is.</param>
/// <param name="Url">Where a person sees it; null when the platform does not say.</param>
public sealed record PostedComment(string Id, CommentMarker Marker, string? Url = null);
