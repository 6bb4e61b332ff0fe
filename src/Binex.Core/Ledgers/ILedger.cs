using Binex.Core.Costs;

namespace Binex.Core.Ledgers;

/// <summary>
/// The account book that reserves, settles and refuses money. For every account, spent and held together never pass a cap.
/// Safe to call from any thread.
/// </summary>
public interface ILedger
{
    /// <summary>
    /// Holds the worst case of a call on every account it is paid from, in one atomic step. When it does not fit now but holds of
    /// other calls may still free room, waits, first come first served. When nothing is left to wait for, lowers the output limit
    /// to what fits; when that is below the bound's lowest limit, refuses.
    /// </summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Gives up waiting; nothing is held then.</param>
    ValueTask<ReservationResult> ReserveAsync(ReservationRequest request, CancellationToken cancellationToken);

    /// <summary>Replaces a hold by what the call cost.</summary>
    /// <param name="reservation">The hold; settled once.</param>
    /// <param name="spent">The charge. More than the hold is an overshoot: it is booked in full and returned.</param>
    /// <returns>By how much the charge passes the hold; zero when it does not.</returns>
    Money Settle(Reservation reservation, Amount spent);

    /// <summary>Every account with its cap, spent and held.</summary>
    IReadOnlyList<AccountState> Accounts();

    /// <summary>What the run may still spend beside what is held; null when it has no money cap.</summary>
    Money? Remaining { get; }

    /// <summary>What the run has spent.</summary>
    Money Spent { get; }
}
