using Binex.Core.Costs;

namespace Binex.Core.Plans;

/// <summary>What a node took in past runs that completed; each figure is the median over those runs.</summary>
/// <param name="Runs">How many runs there are to go by; at least one.</param>
/// <param name="Cost">Its cost in one run.</param>
/// <param name="Calls">Its calls in one run.</param>
/// <param name="InputTokens">Tokens of its requests in one run.</param>
/// <param name="OutputTokens">Tokens of its answers in one run.</param>
public sealed record NodeHistory(int Runs, Money Cost, long Calls, long InputTokens, long OutputTokens)
{
    /// <summary>The model that it asked in the latest of them; null when it asked none.</summary>
    public string? Model { get; init; }
}
