using System.Globalization;

namespace Binex.Core.Text;

/// <summary>Durations as people read them.</summary>
public static class Durations
{
    /// <summary>A duration with its two largest units: <c>12 ms</c>, <c>3.4 s</c>, <c>2 m 05 s</c>, <c>1 h 02 m</c>, <c>3 d 04 h</c>.</summary>
    /// <param name="milliseconds">The duration, in milliseconds.</param>
    public static string Text(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, (long)TimeSpan.MaxValue.TotalMilliseconds));
        return time switch
        {
            { TotalMilliseconds: < 1000 } => $"{time.Milliseconds} ms",
            { TotalSeconds: < 9.95 } => $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s",
            { TotalSeconds: < 60 } => $"{(int)time.TotalSeconds} s",
            { TotalHours: < 1 } => $"{time.Minutes} m {time.Seconds:00} s",
            { TotalDays: < 1 } => $"{time.Hours} h {time.Minutes:00} m",
            _ => $"{(int)time.TotalDays} d {time.Hours:00} h",
        };
    }
}
