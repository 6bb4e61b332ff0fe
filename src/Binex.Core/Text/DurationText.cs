using System.Globalization;

namespace Binex.Core.Text;

/// <summary>Writes durations as people read them.</summary>
public static class DurationText
{
    /// <summary>A duration such as <c>250 ms</c>, <c>3.4 s</c>, <c>2 min 5 s</c> or <c>1 h 3 min</c>.</summary>
    /// <param name="duration">The duration; not negative.</param>
    public static string Of(TimeSpan duration) => duration switch
    {
        { TotalMilliseconds: < 1000 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(duration.TotalMilliseconds)} ms"),
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.#} s"),
        { TotalMinutes: < 60 } => duration.Seconds == 0 ? $"{duration.Minutes} min" : $"{duration.Minutes} min {duration.Seconds} s",
        _ => duration.Minutes == 0 ? $"{(int)duration.TotalHours} h" : $"{(int)duration.TotalHours} h {duration.Minutes} min",
    };
}
