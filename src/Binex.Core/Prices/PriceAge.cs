using System.Globalization;

namespace Binex.Core.Prices;

/// <summary>Says when list prices are old.</summary>
public static class PriceAge
{
    private const int MostDays = 90;

    /// <summary>A sentence about prices that are older than 90 days; null when they are not.</summary>
    /// <param name="asOf">Date of the prices.</param>
    /// <param name="today">Today, UTC.</param>
    public static string? Notice(DateOnly asOf, DateOnly today) => today.DayNumber - asOf.DayNumber is > MostDays and var days
        ? $"the prices are of {asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {days} days old; providers may bill others by now: dotnet binex prices update SOURCE"
        : null;
}
