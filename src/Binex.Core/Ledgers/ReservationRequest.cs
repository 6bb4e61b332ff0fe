using Binex.Core.Prices;

namespace Binex.Core.Ledgers;

/// <summary>A wish to make a call.</summary>
/// <param name="NodeId">The node that wants it; its account and the run's pay.</param>
/// <param name="Bound">What the call can cost.</param>
/// <param name="MayShrink">Whether a lower output limit will do.</param>
public sealed record ReservationRequest(string NodeId, CallBound Bound, bool MayShrink = true);
