namespace Binex.Core.Reports;

/// <summary>An edge of the graph.</summary>
/// <param name="From">Id of the node that is needed, or that closes a loop.</param>
/// <param name="To">Id of the node that needs it, or to which the loop goes back.</param>
/// <param name="IsBackEdge">Whether it closes a loop.</param>
public sealed record ReportEdge(string From, string To, bool IsBackEdge);
