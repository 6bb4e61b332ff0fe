using Binex.Core.Costs;

namespace Binex.Core.Ledgers;

/// <summary>Money held for one call.</summary>
/// <param name="Id">Number within the ledger, from 1.</param>
/// <param name="NodeId">The node it is held for.</param>
/// <param name="MaxOutputTokens">The output limit that the call must be sent with.</param>
/// <param name="Held">What is held.</param>
public sealed record Reservation(long Id, string NodeId, int MaxOutputTokens, Amount Held)
{
    /// <summary>The money held.</summary>
    public Money Cost => Held.Cost;
}
