using Binex.Core.Costs;

namespace Binex.Core.Ledgers;

/// <summary>The limits of an account. A limit that is null does not hold.</summary>
public sealed record Cap
{
    /// <summary>No limit at all.</summary>
    public static Cap None { get; } = new();

    /// <summary>Money.</summary>
    public Money? Cost { get; init; }

    /// <summary>Tokens, those of requests and answers together.</summary>
    public long? Tokens { get; init; }

    /// <summary>Calls.</summary>
    public int? Calls { get; init; }

    /// <summary>A cap that holds whatever this one and another hold.</summary>
    /// <param name="other">The other.</param>
    public Cap With(Cap other) => new()
    {
        Cost = Cost is { } cost && other.Cost is { } cost2 ? Money.Min(cost, cost2) : Cost ?? other.Cost,
        Tokens = Tokens is { } tokens && other.Tokens is { } tokens2 ? Math.Min(tokens, tokens2) : Tokens ?? other.Tokens,
        Calls = Calls is { } calls && other.Calls is { } calls2 ? Math.Min(calls, calls2) : Calls ?? other.Calls,
    };
}
