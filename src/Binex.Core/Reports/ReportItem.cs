namespace Binex.Core.Reports;

/// <summary>An item of a list for which a node ran.</summary>
/// <param name="Index">Its place in the list, from 1.</param>
/// <param name="Value">Hash of its value; null when that was not kept.</param>
public sealed record ReportItem(int Index, string? Value = null);
