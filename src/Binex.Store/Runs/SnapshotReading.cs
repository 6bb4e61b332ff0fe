namespace Binex.Store.Runs;

/// <summary>What was read of a run's snapshot: the snapshot, or why there is none.</summary>
/// <param name="Snapshot">The snapshot; null with a problem.</param>
/// <param name="Problem">What is wrong, where and what to do; null when nothing is.</param>
public sealed record SnapshotReading(RunSnapshot? Snapshot, string? Problem);
