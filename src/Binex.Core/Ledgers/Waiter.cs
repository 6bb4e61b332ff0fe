namespace Binex.Core.Ledgers;

/// <summary>A call that waits for room.</summary>
internal sealed class Waiter(ReservationRequest request, Account[] path)
{
    public ReservationRequest Request { get; } = request;

    /// <summary>The accounts that pay, outermost first.</summary>
    public Account[] Path { get; } = path;

    public TaskCompletionSource<ReservationResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
