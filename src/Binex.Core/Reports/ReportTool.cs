namespace Binex.Core.Reports;

/// <summary>What made a report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record ReportTool(string Name, string Version);
