using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Engine.Tests.Harness;

/// <summary>
/// A clock that stands still until somebody waits, and then leaps over the wait. It leaps only over waits up to a length, so that
/// longer ones can be deadlines, which a test lets pass by itself.
/// </summary>
internal sealed class LeapingClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public LeapingClock()
        : base(new DateTimeOffset(2026, 3, 14, 9, 26, 53, TimeSpan.Zero))
    {
    }

    /// <summary>The longest wait to leap over; zero for none.</summary>
    public TimeSpan LeapsUpTo { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The next wait that somebody begins, in the order they begin.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(EngineRun.Patience);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        if (dueTime > TimeSpan.Zero && dueTime <= LeapsUpTo)
        {
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
