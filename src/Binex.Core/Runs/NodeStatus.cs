namespace Binex.Core.Runs;

/// <summary>Where a node stands.</summary>
public enum NodeStatus
{
    /// <summary>It waits for others, or for a place to run.</summary>
    Pending,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It waits for a person or for money.</summary>
    Waiting,

    /// <summary>It ended well.</summary>
    Completed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Its condition did not hold.</summary>
    Skipped,

    /// <summary>A node that it needs failed.</summary>
    Blocked,

    /// <summary>The run was cancelled before it ended.</summary>
    Cancelled,

    /// <summary>The ledger refused one of its calls.</summary>
    Refused,

    /// <summary>Its result was taken over from another run.</summary>
    Reused,
}
