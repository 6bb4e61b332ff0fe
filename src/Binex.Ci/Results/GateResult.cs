namespace Binex.Ci.Results;

/// <summary>What a gate said.</summary>
/// <param name="Gate">Its key, such as <c>max_cost</c>.</param>
/// <param name="Holds">Whether it holds; null when it had nothing to go by.</param>
/// <param name="Message">Why, as a sentence.</param>
public sealed record GateResult(string Gate, bool? Holds, string Message)
{
    /// <summary>Id of the node that did it; null when none did.</summary>
    public string? Node { get; init; }

    /// <summary>Where that node is written, as <c>path:line:column</c>; null when that is not known.</summary>
    public string? Location { get; init; }
}
