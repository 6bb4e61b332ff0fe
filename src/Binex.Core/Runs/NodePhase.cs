namespace Binex.Core.Runs;

/// <summary>Where a node stands in the scheduler's eyes.</summary>
internal enum NodePhase : byte
{
    /// <summary>It waits for nodes that it needs.</summary>
    Idle,

    /// <summary>It can be decided: blocked, skipped or made ready.</summary>
    Decidable,

    /// <summary>It waits for a place in its lane.</summary>
    Ready,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It has ended, in whatever way.</summary>
    Ended,
}
