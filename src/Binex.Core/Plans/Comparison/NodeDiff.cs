using Binex.Core.Costs;

namespace Binex.Core.Plans.Comparison;

/// <summary>How a node of one plan differs from what it was in another.</summary>
/// <param name="Id">Its id; of a node that is gone, the one it had.</param>
/// <param name="Change">What became of it.</param>
public sealed record NodeDiff(string Id, NodeChange Change)
{
    /// <summary>The id that it had, where it had another; else null.</summary>
    public string? FormerId { get; init; }

    /// <summary>What changed, as short sentences.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What it could cost; null when it is new.</summary>
    public PlanBounds? Base { get; init; }

    /// <summary>What it can cost; null when it is gone.</summary>
    public PlanBounds? Head { get; init; }

    /// <summary>What it cost in runs; null when none tells.</summary>
    public MeasuredCost? BaseMeasured { get; init; }

    /// <summary>What it costs in runs; null when none tells.</summary>
    public MeasuredCost? HeadMeasured { get; init; }

    /// <summary>Where it is written; null when that is not known.</summary>
    public string? Location { get; init; }

    /// <summary>By how much its expected cost grew; null when one of the two is not known.</summary>
    public Money? Expected => Growth(bounds => bounds.Expected);

    /// <summary>By how much its worst case grew; null when one of the two is not known.</summary>
    public Money? Max => Growth(bounds => bounds.Max);

    private Money? Growth(Func<PlanBounds, Money?> of) => of(Head ?? PlanBounds.Zero) - of(Base ?? PlanBounds.Zero);
}
