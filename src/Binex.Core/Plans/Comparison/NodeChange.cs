namespace Binex.Core.Plans.Comparison;

/// <summary>What became of a node.</summary>
public enum NodeChange
{
    /// <summary>Nothing that makes its cost.</summary>
    Unchanged,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is another in something that makes its cost.</summary>
    Changed,

    /// <summary>It has another id, and perhaps more.</summary>
    Renamed,
}
