using Binex.Core.Ledgers;

namespace Binex.Core.Reports;

/// <summary>A call that was refused.</summary>
/// <param name="Node">Id of the node that wanted it.</param>
/// <param name="Iteration">Which execution of the node.</param>
/// <param name="Message">The arithmetic as a sentence.</param>
/// <param name="Refusal">The arithmetic as numbers.</param>
public sealed record ReportRefusal(string Node, int Iteration, string Message, Refusal Refusal);
