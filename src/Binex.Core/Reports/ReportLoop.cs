namespace Binex.Core.Reports;

/// <summary>A loop, as the workflow writes it.</summary>
/// <param name="Target">Id of the node to which it goes back.</param>
/// <param name="When">The condition under which it does.</param>
/// <param name="MaxIterations">Executions of the closing node in all.</param>
/// <param name="AcceptAtLimit">Whether the last result is accepted at the limit; else the node fails.</param>
public sealed record ReportLoop(string Target, string When, int MaxIterations, bool AcceptAtLimit);
