namespace Binex.Core.Reports;

/// <summary>The workflow's file.</summary>
/// <param name="Path">Path as the user gave it.</param>
/// <param name="Sha256">Hash of its text.</param>
public sealed record ReportSource(string Path, string Sha256);
