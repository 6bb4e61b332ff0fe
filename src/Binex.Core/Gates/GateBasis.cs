namespace Binex.Core.Gates;

/// <summary>Which figure of a plan a gate looks at.</summary>
public enum GateBasis
{
    /// <summary>The worst case.</summary>
    Max,

    /// <summary>The expected cost.</summary>
    Expected,
}
