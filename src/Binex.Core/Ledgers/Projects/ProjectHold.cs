using Binex.Core.Costs;

namespace Binex.Core.Ledgers.Projects;

/// <summary>Money of the project that is held for one call.</summary>
/// <param name="Lease">Id of the lease it stands on.</param>
/// <param name="Day">The day on which it was reserved; it settles there.</param>
/// <param name="OutputTokens">The output limit that it is enough for.</param>
/// <param name="Cost">What is held.</param>
internal sealed record ProjectHold(string Lease, DateOnly Day, int OutputTokens, Money Cost);
