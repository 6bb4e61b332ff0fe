namespace Binex.Core.Plans;

/// <summary>How many calls a node makes.</summary>
/// <param name="Min">At least, in a run that completes.</param>
/// <param name="Expected">Where nothing fails and no loop goes back.</param>
/// <param name="Max">At most: all iterations, all attempts.</param>
public sealed record PlanCalls(long Min, long Expected, long Max)
{
    /// <summary>None.</summary>
    public static PlanCalls None { get; } = new(0, 0, 0);
}
