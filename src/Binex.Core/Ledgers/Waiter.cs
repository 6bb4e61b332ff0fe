namespace Binex.Core.Ledgers;

/// <summary>A call that waits for room.</summary>
internal sealed class Waiter(long number, ReservationRequest request, AccountLine[] path)
{
    /// <summary>Sorts by who came first.</summary>
    public static readonly Comparer<Waiter> ByNumber = Comparer<Waiter>.Create((left, right) => left.Number.CompareTo(right.Number));

    /// <summary>Who came when.</summary>
    public long Number { get; } = number;

    public ReservationRequest Request { get; } = request;

    /// <summary>The accounts below the run's that pay, the node's first.</summary>
    public AccountLine[] Path { get; } = path;

    /// <summary>The line it stands in; null once it has left.</summary>
    public AccountLine? Line { get; set; }

    public TaskCompletionSource<ReservationResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first account of the path where it must wait: one without room, or one that another waits for before it.</summary>
    public AccountLine? WaitsFor()
    {
        foreach (var line in Path)
        {
            if (!line.Account.HasRoomFor(Request.Bound) || (line != Line && line.First?.Number < Number))
            {
                return line;
            }
        }

        return null;
    }
}
