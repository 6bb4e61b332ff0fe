namespace Binex.Store.Tests.Ledgers;

/// <summary>A clock that is ten seconds further each time it is looked at.</summary>
/// <param name="look">Told how often it was looked at.</param>
internal sealed class LookedAtClock(Action<int> look) : TimeProvider
{
    private int _looks;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp()
    {
        look(++_looks);
        return _looks * 10L;
    }
}
