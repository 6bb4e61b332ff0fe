using Binex.Core.Configuration;

namespace Binex.Core.Plans.Comparison;

/// <summary>One of two things whose costs are compared.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Plan">What it can cost.</param>
public sealed record CostSide(string Name, Plan Plan)
{
    /// <summary>What runs of it cost; null when none is on record.</summary>
    public MeasuredCost? Measured { get; init; }

    /// <summary>What CI fails on by its own word; none for what is no workflow.</summary>
    public GateLimits Gates { get; init; } = new();

    /// <summary>What its nodes cost in runs, by their ids.</summary>
    public IReadOnlyDictionary<string, MeasuredCost> MeasuredNodes { get; init; } = new Dictionary<string, MeasuredCost>();
}
