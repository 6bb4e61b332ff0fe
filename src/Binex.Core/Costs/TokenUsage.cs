using System.Text.Json.Serialization;

namespace Binex.Core.Costs;

/// <summary>The tokens that a call used, as its provider counts them.</summary>
/// <param name="Input">Tokens of the request, those read from and written to the provider's cache included.</param>
/// <param name="Output">Tokens of the answer, reasoning included.</param>
public readonly record struct TokenUsage(long Input, long Output)
{
    /// <summary>How many of <see cref="Input"/> were read from the provider's cache.</summary>
    public long CachedInput { get; init; }

    /// <summary>How many of <see cref="Input"/> were written to the provider's cache.</summary>
    public long CacheWrite { get; init; }

    /// <summary>How many of <see cref="Output"/> were reasoning.</summary>
    public long Reasoning { get; init; }

    /// <summary>How many of <see cref="Input"/> and <see cref="Output"/> together were sound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Audio { get; init; }

    /// <summary>The sum.</summary>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => new(left.Input + right.Input, left.Output + right.Output)
    {
        CachedInput = left.CachedInput + right.CachedInput,
        CacheWrite = left.CacheWrite + right.CacheWrite,
        Reasoning = left.Reasoning + right.Reasoning,
        Audio = left.Audio + right.Audio,
    };
}
