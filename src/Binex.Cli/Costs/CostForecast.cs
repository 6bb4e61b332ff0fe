using Binex.Core.Costs;

namespace Binex.Cli.Costs;

/// <summary>What is to be paid if runs go on as they did.</summary>
/// <param name="Days">The days that were looked at, today included.</param>
/// <param name="PerDay">What one of them cost on average.</param>
/// <param name="ThisMonth">What this month cost so far.</param>
/// <param name="EndOfMonth">What it will have cost at its end.</param>
/// <param name="Next30Days">What the next 30 days will cost.</param>
internal sealed record CostForecast(int Days, Money PerDay, Money ThisMonth, Money EndOfMonth, Money Next30Days)
{
    /// <summary>The forecast by the newest days on which something could have been paid.</summary>
    /// <param name="calls">The calls that were paid.</param>
    /// <param name="now">The present; UTC.</param>
    /// <param name="mostDays">The most days that are looked at.</param>
    public static CostForecast Of(IReadOnlyList<PaidCall> calls, DateTimeOffset now, int mostDays)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var first = calls.Count == 0 ? today : calls.Min(DayOf);
        var days = Math.Clamp(today.DayNumber - first.DayNumber + 1, 1, mostDays);
        var perDay = new Money(Sum(calls.Where(call => DayOf(call) > today.AddDays(-days))).Usd / days);
        var month = Sum(calls.Where(call => DayOf(call) is var day && day.Year == today.Year && day.Month == today.Month));
        var left = DateTime.DaysInMonth(today.Year, today.Month) - today.Day;
        return new CostForecast(days, perDay, month, month + (perDay * left), perDay * 30);
    }

    private static DateOnly DayOf(PaidCall call) => DateOnly.FromDateTime(call.Charge.At.UtcDateTime);

    private static Money Sum(IEnumerable<PaidCall> calls) => calls.Aggregate(Money.Zero, (sum, call) => sum + call.Charge.Cost);
}
