namespace Binex.Testing.Ledgers;

/// <summary>A clock whose date is set by a test, while its timers run twenty times as fast as they should.</summary>
/// <param name="now">The date to begin with.</param>
public sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    /// <summary>Lets time pass, on the calendar alone.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    private static TimeSpan Faster(TimeSpan time) => time > TimeSpan.Zero ? time / 20 : time;
}
