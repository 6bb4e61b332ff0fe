namespace Binex.Core.Configuration;

/// <summary>How many of something in a stretch of time.</summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="Per">The stretch of time.</param>
public readonly record struct Rate(long Count, TimeSpan Per)
{
    /// <summary>Reads a rate such as <c>500/m</c>, with s, m, h or d; null when it is none.</summary>
    /// <param name="text">The text.</param>
    public static Rate? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        TimeSpan? per = text.AsSpan(slash + 1).Trim() switch
        {
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            _ => null,
        };
        return slash > 0 && per is { } time
            && long.TryParse(text.AsSpan(0, slash).Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            && count > 0
            ? new Rate(count, time)
            : null;
    }
}
