namespace Binex.Ci.Comments;

/// <summary>What is to be done with the comment.</summary>
public enum UpdateKind
{
    /// <summary>There is none yet.</summary>
    Create,

    /// <summary>It says something else now.</summary>
    Edit,

    /// <summary>It says so already.</summary>
    Unchanged,

    /// <summary>There is nothing to say, and nothing was said before.</summary>
    NoNews,

    /// <summary>A newer commit has the word.</summary>
    Stale,
}
