namespace Binex.Core.Ledgers;

/// <summary>An account below the run's and the calls that wait at it, in the order they came. Not safe for threads; its ledger is.</summary>
internal sealed class AccountLine(Account account)
{
    private readonly SortedSet<Waiter> _waiting = new(Waiter.ByNumber);

    public Account Account { get; } = account;

    /// <summary>The call whose turn it is; null when none waits.</summary>
    public Waiter? First => _waiting.Min;

    public void Join(Waiter waiter)
    {
        _waiting.Add(waiter);
        waiter.Line = this;
    }

    public void Leave(Waiter waiter)
    {
        _waiting.Remove(waiter);
        waiter.Line = null;
    }
}
