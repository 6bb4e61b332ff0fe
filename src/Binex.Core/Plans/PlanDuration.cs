namespace Binex.Core.Plans;

/// <summary>How long a run can take.</summary>
/// <param name="ExpectedMs">The median of past runs in milliseconds; null when there is none.</param>
/// <param name="MaxMs">The deadline of the run (<c>budget.max_duration</c>) in milliseconds; null when it has none.</param>
public sealed record PlanDuration(long? ExpectedMs = null, long? MaxMs = null);
