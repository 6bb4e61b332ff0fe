namespace Binex.Core.Tests.Ledgers.Projects;

/// <summary>A clock whose time of day can be set back, as that of a machine can; what has elapsed goes on.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public TimeSpan Elapsed { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;
}
