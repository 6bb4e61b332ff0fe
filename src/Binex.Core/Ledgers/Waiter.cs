namespace Binex.Core.Ledgers;

/// <summary>A call that waits for room.</summary>
internal sealed class Waiter(long number, ReservationRequest request, NodeLine line)
{
    /// <summary>Who came when.</summary>
    public long Number { get; } = number;

    public ReservationRequest Request { get; } = request;

    public NodeLine Line { get; } = line;

    /// <summary>Its place in its node's line; null once it has left.</summary>
    public LinkedListNode<Waiter>? Place { get; set; }

    public TaskCompletionSource<ReservationResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
