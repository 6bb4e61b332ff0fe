using Binex.Ci.Comments;
using Binex.Ci.Platforms;

namespace Binex.Cli.Commenting;

/// <summary>Where a comment goes, and where it comes from.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Limit">The most characters that it may have.</param>
/// <param name="Platform">Where it goes; null when it goes nowhere.</param>
/// <param name="Missing">What is missing to post it, as a sentence; null when nothing is.</param>
internal sealed record CommentTarget(CommentOrigin Origin, int Limit, IReviewPlatform? Platform, string? Missing);
