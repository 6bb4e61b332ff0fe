namespace Binex.Core.Runs;

/// <summary>What is to be done next.</summary>
public enum DecisionKind
{
    /// <summary>A node that it needs failed.</summary>
    Block,

    /// <summary>All nodes that it needs were skipped, and it asks to be skipped then.</summary>
    SkipWithDependencies,

    /// <summary>Its condition, if it has one, says whether it is ready or skipped.</summary>
    Admit,

    /// <summary>There is a place for it to run.</summary>
    Start,

    /// <summary>Its back edge is taken.</summary>
    Iterate,

    /// <summary>Nothing is left to do: the run ends.</summary>
    Finish,
}
