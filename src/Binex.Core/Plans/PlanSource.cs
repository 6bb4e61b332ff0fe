namespace Binex.Core.Plans;

/// <summary>The workflow's file.</summary>
/// <param name="Path">Path as the user gave it.</param>
/// <param name="Sha256">Hash of its text.</param>
/// <param name="Git">Where it stands; null when it was not read from git.</param>
public sealed record PlanSource(string Path, string Sha256, PlanGit? Git = null);
