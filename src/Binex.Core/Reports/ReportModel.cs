using Binex.Core.Costs;

namespace Binex.Core.Reports;

/// <summary>What a run used of one model.</summary>
/// <param name="Model">The model that was asked.</param>
/// <param name="Calls">Calls sent.</param>
/// <param name="Tokens">Tokens used.</param>
/// <param name="Cost">Money spent.</param>
public sealed record ReportModel(string Model, int Calls, ReportTokens Tokens, Money Cost);
