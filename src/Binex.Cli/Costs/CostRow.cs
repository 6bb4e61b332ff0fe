using Binex.Core.Costs;

namespace Binex.Cli.Costs;

/// <summary>A line of what runs cost.</summary>
/// <param name="Key">What it is about: a model, a node, a workflow, a day or a run.</param>
internal sealed record CostRow(string Key)
{
    public int Runs { get; init; }

    public int Calls { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public Money Cost { get; init; }

    /// <summary>What it would have cost at other prices; null where nobody asked.</summary>
    public Money? Other { get; init; }
}
