namespace Binex.Ci.Comments;

/// <summary>A comment that is to be posted.</summary>
/// <param name="Marker">Which comment it is.</param>
/// <param name="Text">What it says, with where it comes from.</param>
/// <param name="IsNews">Whether it says more than that all is as it was.</param>
public sealed record Comment(CommentMarker Marker, string Text, bool IsNews)
{
    /// <summary>The whole comment.</summary>
    public string Body => $"{Marker}\n{Text}";
}
