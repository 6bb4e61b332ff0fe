namespace Binex.Core.Gates;

/// <summary>What a gate says.</summary>
/// <param name="Gate">Its key, such as <c>max_cost</c>.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Message">Why, as a sentence.</param>
public sealed record GateFinding(string Gate, GateVerdict Verdict, string Message)
{
    /// <summary>Id of the node that did it; null when it holds or no single node did.</summary>
    public string? Node { get; init; }

    /// <summary>Where that node is written; null when that is not known.</summary>
    public string? Location { get; init; }
}
