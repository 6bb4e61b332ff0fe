using System.Globalization;
using Binex.Core.Configuration;
using Binex.Core.Costs;

namespace Binex.Core.Gates;

/// <summary>The growth that gates allow: so many dollars, such a share of what was, or the smaller of both.</summary>
internal static class IncreaseLimit
{
    /// <summary>Whether growth is limited at all.</summary>
    public static bool IsSet(GateLimits gates) => gates.MaxIncrease is not null || gates.MaxIncreaseShare is not null;

    /// <summary>The most that something may cost that cost so much before.</summary>
    public static Money Allowed(GateLimits gates, Money before)
    {
        var byAmount = before + (gates.MaxIncrease ?? new Money(decimal.MaxValue / 2));
        return gates.MaxIncreaseShare is { } share ? Money.Min(byAmount, before * (1 + share)) : byAmount;
    }

    /// <summary>The growth as people read it.</summary>
    public static string Text(GateLimits gates) => (gates.MaxIncrease, gates.MaxIncreaseShare) switch
    {
        ({ } amount, { } share) => $"{amount} or {Percent(share)}, whichever is less,",
        ({ } amount, null) => amount.ToString(),
        var (_, share) => Percent(share ?? 0),
    };

    /// <summary>A share as people read it.</summary>
    public static string Percent(decimal share) => $"{(share * 100).ToString("0.####", CultureInfo.InvariantCulture)} %";
}
