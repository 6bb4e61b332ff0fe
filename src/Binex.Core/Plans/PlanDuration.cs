namespace Binex.Core.Plans;

/// <summary>How long a run can take.</summary>
/// <param name="Expected">The median of past runs; null when there is none.</param>
/// <param name="Max">The deadline of the run (<c>budget.max_duration</c>); null when it has none.</param>
public sealed record PlanDuration(TimeSpan? Expected, TimeSpan? Max);
