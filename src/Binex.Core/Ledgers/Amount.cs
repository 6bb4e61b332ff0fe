using Binex.Core.Costs;

namespace Binex.Core.Ledgers;

/// <summary>What an account counts, all at once.</summary>
/// <param name="Cost">Money.</param>
/// <param name="Tokens">Tokens, those of requests and answers together.</param>
/// <param name="Calls">Calls.</param>
public readonly record struct Amount(Money Cost, long Tokens, int Calls)
{
    /// <summary>Nothing.</summary>
    public static Amount Zero { get; }

    /// <summary>The sum.</summary>
    public static Amount operator +(Amount left, Amount right) => new(left.Cost + right.Cost, left.Tokens + right.Tokens, left.Calls + right.Calls);

    /// <summary>The difference.</summary>
    public static Amount operator -(Amount left, Amount right) => new(left.Cost - right.Cost, left.Tokens - right.Tokens, left.Calls - right.Calls);
}
