namespace Binex.Core.Reports;

/// <summary>The time between the last sign of a process and the resume of its run.</summary>
/// <param name="AtMs">Where it lies, from the start of the run, earlier pauses left out.</param>
/// <param name="DurationMs">How long it was.</param>
public sealed record ReportPause(long AtMs, long DurationMs);
