namespace Binex.Core.Ledgers;

/// <summary>The ledger's answer: exactly one of the two is set.</summary>
/// <param name="Reservation">The hold, when the call may be sent.</param>
/// <param name="Refusal">Why it may not be sent.</param>
public readonly record struct ReservationResult(Reservation? Reservation, Refusal? Refusal);
