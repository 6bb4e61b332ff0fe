using Binex.Core.Costs;

namespace Binex.Core.Models;

/// <summary>A model's answer.</summary>
/// <param name="Text">What it said.</param>
/// <param name="Usage">Tokens by the provider's count; null when it gave none.</param>
public sealed record ChatAnswer(string Text, TokenUsage? Usage)
{
    /// <summary>The model that answered, by its provider's word; null when it did not say.</summary>
    public string? Model { get; init; }

    /// <summary>Why it stopped: <c>stop</c>, <c>length</c>, <c>content_filter</c>…; null when it did not say.</summary>
    public string? FinishReason { get; init; }

    /// <summary>How long the provider takes no further request, by its word; null when it did not say.</summary>
    public TimeSpan? QuietFor { get; init; }

    /// <summary>What the call cost by the provider's own word; null when it did not say.</summary>
    public Money? StatedCost { get; init; }
}
