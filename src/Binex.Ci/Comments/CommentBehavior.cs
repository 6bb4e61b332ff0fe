namespace Binex.Ci.Comments;

/// <summary>What becomes of the comment of an earlier build.</summary>
public enum CommentBehavior
{
    /// <summary>It is edited.</summary>
    Update,

    /// <summary>It stays, and there is another one.</summary>
    New,

    /// <summary>There is no comment at all.</summary>
    Off,
}
