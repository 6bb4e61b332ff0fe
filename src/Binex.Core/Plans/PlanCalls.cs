namespace Binex.Core.Plans;

/// <summary>How many calls there are.</summary>
/// <param name="Min">At least, in a run that completes.</param>
/// <param name="Expected">What is to be expected, by the rule that the basis names.</param>
/// <param name="Max">At most: all iterations, all attempts, as far as the guard on calls lets them.</param>
public sealed record PlanCalls(long Min, long Expected, long Max)
{
    /// <summary>None.</summary>
    public static PlanCalls None { get; } = new(0, 0, 0);

    /// <summary>The sum.</summary>
    public static PlanCalls operator +(PlanCalls left, PlanCalls right) =>
        new(left.Min + right.Min, left.Expected + right.Expected, left.Max + right.Max);
}
