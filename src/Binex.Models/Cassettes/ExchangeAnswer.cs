using System.Text.Json.Serialization;
using Binex.Core.Costs;

namespace Binex.Models.Cassettes;

/// <summary>An answer in a file of a cassette.</summary>
/// <param name="Text">What the model said.</param>
/// <param name="Cost">What the call was charged.</param>
internal sealed record ExchangeAnswer(string Text, [property: JsonConverter(typeof(MoneyJsonConverter))] Money Cost)
{
    /// <summary>The model that answered, by its provider's word.</summary>
    public string? Model { get; init; }

    /// <summary>Why it stopped.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Lengths in characters of the pieces in which the text came; null when it came whole.</summary>
    public IReadOnlyList<int>? Chunks { get; init; }

    /// <summary>Tokens by the provider's count.</summary>
    public TokenUsage? Usage { get; init; }
}
