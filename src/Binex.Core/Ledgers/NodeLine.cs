namespace Binex.Core.Ledgers;

/// <summary>A node's account and its calls that wait, in the order they came. Not safe for threads; its ledger is.</summary>
internal sealed class NodeLine(Account account)
{
    private readonly LinkedList<Waiter> _waiting = new();

    public Account Account { get; } = account;

    /// <summary>The call whose turn it is; null when none waits.</summary>
    public Waiter? First => _waiting.First?.Value;

    public void Join(Waiter waiter) => waiter.Place = _waiting.AddLast(waiter);

    public void Leave(Waiter waiter)
    {
        _waiting.Remove(waiter.Place!);
        waiter.Place = null;
    }
}
