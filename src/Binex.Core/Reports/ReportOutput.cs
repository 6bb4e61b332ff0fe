namespace Binex.Core.Reports;

/// <summary>A named value and the artifact that holds it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">Hash of the artifact.</param>
public sealed record ReportOutput(string Name, string Hash);
