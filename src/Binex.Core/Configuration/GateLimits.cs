using Binex.Core.Costs;

namespace Binex.Core.Configuration;

/// <summary>What CI fails on. A limit that is null does not hold.</summary>
public sealed record GateLimits
{
    /// <summary>Worst case of a plan.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>Growth against the baseline, as an amount.</summary>
    public Money? MaxIncrease { get; init; }

    /// <summary>Growth against the baseline, as a share of it: 0.1 for <c>10%</c>.</summary>
    public decimal? MaxIncreaseShare { get; init; }

    /// <summary>Wall time of a run.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>Share of runs that must succeed, from 0 to 1.</summary>
    public decimal? MinSuccess { get; init; }

    /// <summary>These gates, and those of another where these say nothing.</summary>
    /// <param name="other">The other.</param>
    public GateLimits Or(GateLimits other)
    {
        var increase = MaxIncrease is null && MaxIncreaseShare is null ? other : this;
        return new GateLimits
        {
            MaxCost = MaxCost ?? other.MaxCost,
            MaxIncrease = increase.MaxIncrease,
            MaxIncreaseShare = increase.MaxIncreaseShare,
            MaxDuration = MaxDuration ?? other.MaxDuration,
            MinSuccess = MinSuccess ?? other.MinSuccess,
        };
    }
}
