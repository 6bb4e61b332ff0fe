namespace Binex.Core.Runs;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>It has not begun.</summary>
    Pending,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>All nodes ended well or were skipped.</summary>
    Completed,

    /// <summary>A node failed.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>A budget stopped it or refused a call.</summary>
    OverBudget,

    /// <summary>Its process ended before it did.</summary>
    Interrupted,
}
