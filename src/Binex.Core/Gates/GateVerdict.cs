namespace Binex.Core.Gates;

/// <summary>Whether a gate holds.</summary>
public enum GateVerdict
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>It does not hold.</summary>
    Failed,

    /// <summary>There is nothing to go by.</summary>
    NotChecked,
}
