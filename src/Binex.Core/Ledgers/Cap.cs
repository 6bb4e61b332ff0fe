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
}
