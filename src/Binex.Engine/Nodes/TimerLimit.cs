namespace Binex.Engine.Nodes;

/// <summary>The longest time that a timer of the framework can wait: a little less than 50 days.</summary>
internal static class TimerLimit
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 2);

    /// <summary>A time that a timer can wait; nobody waits for longer ones.</summary>
    public static TimeSpan Bound(TimeSpan time) => time < Longest ? time : Longest;
}
