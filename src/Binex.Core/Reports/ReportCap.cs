namespace Binex.Core.Reports;

/// <summary>A cap and how far it was used.</summary>
/// <param name="Scope">The account: <c>day</c>, <c>month</c>, <c>run</c>, <c>run/model:name</c>, <c>run/tag:name</c> or <c>run/node</c>.</param>
/// <param name="Metric"><c>cost</c> (dollars), <c>tokens</c> or <c>calls</c>.</param>
/// <param name="Limit">The cap, as a decimal string.</param>
/// <param name="Spent">What was used, as a decimal string.</param>
/// <param name="Held">What is still held, as a decimal string.</param>
/// <param name="Remaining">What is left, as a decimal string.</param>
public sealed record ReportCap(string Scope, string Metric, string Limit, string Spent, string Held, string Remaining);
