using System.Text.Json;
using Binex.Core.Costs;

namespace Binex.Models.Providers;

/// <summary>Reads what a provider says that an answer used and cost.</summary>
internal static class UsageReader
{
    /// <summary>More than any request ever has; a larger count is a mistake, or worse.</summary>
    private const long MostTokens = 1_000_000_000_000;

    /// <summary>The tokens; null when they are not stated, or stated as what they cannot be.</summary>
    /// <param name="answer">The body of an answer.</param>
    internal static TokenUsage? Tokens(JsonElement answer)
    {
        if (Member(answer, "usage") is not { } usage || Count(usage, "prompt_tokens") is not { } input || Count(usage, "completion_tokens") is not { } output)
        {
            return null;
        }

        var inputDetails = Member(usage, "prompt_tokens_details");
        var outputDetails = Member(usage, "completion_tokens_details");
        var reasoning = Count(outputDetails, "reasoning_tokens") ?? 0;

        // Gemini and xAI leave reasoning out of the completion, and count it in the total alone. It is billed as output.
        var total = Count(usage, "total_tokens") ?? 0;
        var hidden = Math.Max(0, total - input - output);
        output += hidden;
        reasoning = Math.Min(output, Math.Max(reasoning, hidden));

        var cached = Count(inputDetails, "cached_tokens") ?? Count(usage, "prompt_cache_hit_tokens") ?? 0;
        var written = Count(inputDetails, "cache_write_tokens") ?? Count(usage, "cache_creation_input_tokens") ?? 0;
        return new TokenUsage(input, output)
        {
            CachedInput = Math.Min(cached, input),
            CacheWrite = Math.Min(written, input - Math.Min(cached, input)),
            Reasoning = reasoning,
        };
    }

    /// <summary>The cost in US dollars as OpenRouter and Perplexity state it; null when it is not stated.</summary>
    /// <param name="answer">The body of an answer.</param>
    internal static Money? Cost(JsonElement answer)
    {
        if (Member(answer, "usage") is not { } usage || !usage.TryGetProperty("cost", out var cost))
        {
            return null;
        }

        if (cost.ValueKind == JsonValueKind.Object)
        {
            return cost.TryGetProperty("total_cost", out var total) ? Amount(total) : null;
        }

        // With a key of one's own at another provider, that provider bills as well.
        var isForeign = usage.TryGetProperty("is_byok", out var byok) && byok.ValueKind == JsonValueKind.True;
        var foreign = isForeign && Member(usage, "cost_details") is { } details && details.TryGetProperty("upstream_inference_cost", out var upstream) ? Amount(upstream) : null;
        return Amount(cost) is { } own ? own + (foreign ?? Money.Zero) : null;
    }

    private static Money? Amount(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount is >= 0 and < 1_000_000 ? new Money(amount) : null;

    private static JsonElement? Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static long? Count(JsonElement? owner, string name) =>
        owner is { } usage && usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var count) && count is >= 0 and <= MostTokens ? count : null;
}
