using Binex.Ci.Comments;

namespace Binex.Ci.Platforms;

/// <summary>What became of a comment.</summary>
/// <param name="Update">What was decided; null when it did not come to that.</param>
/// <param name="Url">Where a person sees it; null when there is none.</param>
/// <param name="Failure">Why it could not be posted; null when it could.</param>
public sealed record Posting(CommentUpdate? Update, string? Url = null, PlatformFailure? Failure = null);
