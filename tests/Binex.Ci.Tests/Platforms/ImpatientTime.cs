namespace Binex.Ci.Tests.Platforms;

/// <summary>A clock on which every wait is over at once, and that keeps how long each was to be.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
