namespace Binex.Core.Plans.Comparison;

/// <summary>One side of a difference, summed up.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Bounds">What it can cost.</param>
/// <param name="Calls">Its calls.</param>
public sealed record DiffSide(string Name, string Workflow, PlanBounds Bounds, PlanCalls Calls)
{
    /// <summary>What runs of it cost; null when none is on record.</summary>
    public MeasuredCost? Measured { get; init; }

    /// <summary>Its file; null when that is not known.</summary>
    public PlanSource? Source { get; init; }

    /// <summary>A side, summed up.</summary>
    /// <param name="side">The side.</param>
    public static DiffSide Of(CostSide side) => new(side.Name, side.Plan.Workflow, side.Plan.Bounds, side.Plan.Calls)
    {
        Measured = side.Measured,
        Source = side.Plan.Source,
    };
}
