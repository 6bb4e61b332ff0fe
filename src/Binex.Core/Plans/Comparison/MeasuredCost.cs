using Binex.Core.Costs;

namespace Binex.Core.Plans.Comparison;

/// <summary>What recorded runs cost.</summary>
/// <param name="Runs">How many there are; at least one.</param>
/// <param name="Min">The cheapest.</param>
/// <param name="Median">The one in the middle.</param>
/// <param name="Max">The dearest.</param>
public sealed record MeasuredCost(int Runs, Money Min, Money Median, Money Max)
{
    /// <summary>The spread of the costs of runs; null when there are none.</summary>
    /// <param name="costs">The cost of each run.</param>
    public static MeasuredCost? Of(IEnumerable<Money> costs)
    {
        var sorted = costs.Order().ToArray();
        return sorted.Length == 0 ? null : new MeasuredCost(sorted.Length, sorted[0], sorted[(sorted.Length - 1) / 2], sorted[^1]);
    }
}
