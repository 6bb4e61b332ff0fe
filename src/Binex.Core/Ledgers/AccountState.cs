namespace Binex.Core.Ledgers;

/// <summary>An account at one moment.</summary>
/// <param name="Path">Its name: <c>run</c>, or <c>run/node</c> and so on.</param>
/// <param name="Cap">Its limits.</param>
/// <param name="Spent">What was settled.</param>
/// <param name="Held">What is reserved for calls in flight.</param>
public sealed record AccountState(string Path, Cap Cap, Amount Spent, Amount Held)
{
    /// <summary>Whether what was spent and is held is within the limits of money and of tokens.</summary>
    public bool Holds => HoldsTokens && (Cap.Cost is not { } limit || Spent.Cost + Held.Cost <= limit);

    /// <summary>Whether what was spent and is held is within the limit of tokens.</summary>
    public bool HoldsTokens => Cap.Tokens is not { } limit || Spent.Tokens + Held.Tokens <= limit;
}
