using Binex.Core.Costs;

namespace Binex.Core.Plans;

/// <summary>What something can cost.</summary>
/// <param name="Min">What a run that completes costs at least.</param>
/// <param name="Expected">What is to be expected, by a rule that <see cref="Basis"/> names; a guess, never a promise. Null when there is nothing to go by.</param>
/// <param name="Max">What it never costs more than, as far as the plan's assumptions hold; null when there is no such bound.</param>
public sealed record PlanBounds(Money Min, Money? Expected = null, Money? Max = null)
{
    /// <summary>What the expected cost is made of; null when nothing is expected to cost anything.</summary>
    public string? Basis { get; init; }

    /// <summary>Nothing at all.</summary>
    public static PlanBounds Zero { get; } = new(Money.Zero, Money.Zero, Money.Zero);

    /// <summary>The sum; what is not known of one part is not known of the whole.</summary>
    public static PlanBounds operator +(PlanBounds left, PlanBounds right) =>
        new(left.Min + right.Min, left.Expected + right.Expected, left.Max + right.Max);
}
