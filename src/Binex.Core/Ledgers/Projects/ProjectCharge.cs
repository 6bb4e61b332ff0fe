using Binex.Core.Costs;

namespace Binex.Core.Ledgers.Projects;

/// <summary>What replaces a hold.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="Spent">The charge.</param>
internal sealed record ProjectCharge(ProjectHold Hold, Money Spent);
