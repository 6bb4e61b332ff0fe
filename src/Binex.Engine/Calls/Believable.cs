using Binex.Core.Costs;

namespace Binex.Engine.Calls;

/// <summary>Bounds what a provider says of itself, so that no number it makes up can upset the books.</summary>
internal static class Believable
{
    // More than any model can take or give, and any call can cost; sums of them do not overflow.
    private const long MostTokens = int.MaxValue;
    private static readonly Money HighestCost = new(1_000_000_000m);

    /// <summary>A count of tokens without negative or absurd numbers.</summary>
    public static TokenUsage Usage(TokenUsage usage) => new(Tokens(usage.Input), Tokens(usage.Output))
    {
        CachedInput = Tokens(usage.CachedInput),
        CacheWrite = Tokens(usage.CacheWrite),
        Reasoning = Tokens(usage.Reasoning),
        Audio = Tokens(usage.Audio),
    };

    /// <summary>A stated cost; null when there is none, or a negative one, which nobody can mean.</summary>
    public static Money? Cost(Money? stated) => stated is { Usd: >= 0 } cost ? Money.Min(cost, HighestCost) : null;

    private static long Tokens(long count) => Math.Clamp(count, 0, MostTokens);
}
