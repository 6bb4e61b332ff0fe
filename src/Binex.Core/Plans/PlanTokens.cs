namespace Binex.Core.Plans;

/// <summary>Tokens over a whole run.</summary>
/// <param name="Min">At least, in a run that completes.</param>
/// <param name="Expected">What is to be expected, by the rule that the basis names.</param>
/// <param name="Max">At most; null when there is no such bound.</param>
public sealed record PlanTokens(long Min, long Expected, long? Max = null)
{
    /// <summary>None.</summary>
    public static PlanTokens None { get; } = new(0, 0, 0);

    /// <summary>The sum; what is not known of one part is not known of the whole.</summary>
    public static PlanTokens operator +(PlanTokens left, PlanTokens right) =>
        new(left.Min + right.Min, left.Expected + right.Expected, left.Max + right.Max);
}
