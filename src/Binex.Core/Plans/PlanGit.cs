namespace Binex.Core.Plans;

/// <summary>Where in a git repository a workflow stands.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Branch">The branch; null for none.</param>
/// <param name="Dirty">Whether the file differs from the commit; null when that was not looked at.</param>
public sealed record PlanGit(string Commit, string? Branch = null, bool? Dirty = null);
