namespace Binex.Core.Runs;

/// <summary>Why a node was stopped that did not fail by itself.</summary>
public enum StopReason
{
    /// <summary>The user cancelled the run, or the run was cancelled because another node failed (<c>--fail-fast</c>).</summary>
    Cancelled,

    /// <summary>A deadline passed.</summary>
    DeadlineExceeded,

    /// <summary>The ledger refused a call.</summary>
    BudgetRefused,

    /// <summary>A loop reached its limit and its last result was not accepted.</summary>
    LoopLimit,

    /// <summary>A node that it needs failed.</summary>
    UpstreamFailed,

    /// <summary>The process that ran it was told to end, or ended.</summary>
    HostShutdown,
}
