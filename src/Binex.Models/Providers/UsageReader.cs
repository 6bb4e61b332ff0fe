using System.Text.Json;
using Binex.Core.Costs;

namespace Binex.Models.Providers;

/// <summary>Reads what a provider says that an answer used and cost. What is not stated, or stated as what it cannot be, is null.</summary>
internal static class UsageReader
{
    /// <summary>More than any request ever has; a larger count is a mistake, or worse.</summary>
    private const long MostTokens = 1_000_000_000_000;

    /// <summary>The tokens of a chat completion, or of the chunk that states them.</summary>
    /// <param name="answer">It.</param>
    internal static TokenUsage? OfChat(JsonElement answer)
    {
        // Groq's streams state it in a member of their own.
        var usage = Member(answer, "usage") ?? Member(Member(answer, "x_groq"), "usage");
        if (Count(usage, "prompt_tokens") is not { } input || Count(usage, "completion_tokens") is not { } output)
        {
            return null;
        }

        // Gemini and xAI leave reasoning out of the completion, and count it in the total alone. It is billed as output.
        var total = Count(usage, "total_tokens") ?? 0;
        var hidden = Math.Max(0, total - input - output);
        var inputDetails = Member(usage, "prompt_tokens_details");
        var outputDetails = Member(usage, "completion_tokens_details");
        return Of(
            input,
            output + hidden,
            cached: Count(inputDetails, "cached_tokens") ?? Count(usage, "prompt_cache_hit_tokens"),
            written: Count(inputDetails, "cache_write_tokens") ?? Count(usage, "cache_creation_input_tokens"),
            reasoning: Math.Max(hidden, Count(outputDetails, "reasoning_tokens") ?? 0),
            audio: (Count(inputDetails, "audio_tokens") ?? 0) + (Count(outputDetails, "audio_tokens") ?? 0));
    }

    /// <summary>The tokens of a response of OpenAI.</summary>
    /// <param name="response">It.</param>
    internal static TokenUsage? OfResponse(JsonElement response)
    {
        var usage = Member(response, "usage");
        return Count(usage, "input_tokens") is { } input && Count(usage, "output_tokens") is { } output
            ? Of(
                input,
                output,
                cached: Count(Member(usage, "input_tokens_details"), "cached_tokens"),
                written: null,
                reasoning: Count(Member(usage, "output_tokens_details"), "reasoning_tokens"),
                audio: null)
            : null;
    }

    /// <summary>The tokens of a message of Anthropic. It counts what went through the cache beside the input.</summary>
    /// <param name="message">The message, or the event that counts its answer.</param>
    /// <param name="before">The count of the request, where an event has stated it before; null where none has.</param>
    internal static TokenUsage? OfMessage(JsonElement message, TokenUsage? before)
    {
        var usage = Member(message, "usage");
        if (Count(usage, "output_tokens") is not { } output)
        {
            return null;
        }

        if (Count(usage, "input_tokens") is not { } fresh)
        {
            return before is { } known ? known with { Output = output } : null;
        }

        var cached = Count(usage, "cache_read_input_tokens") ?? before?.CachedInput ?? 0;
        var written = Count(usage, "cache_creation_input_tokens") ?? before?.CacheWrite ?? 0;
        return Of(fresh + cached + written, output, cached, written, Count(Member(usage, "output_tokens_details"), "thinking_tokens"), audio: null);
    }

    /// <summary>The tokens of the last line of Ollama's chat. It leaves out the request's where all of it was in its cache.</summary>
    /// <param name="line">It.</param>
    internal static TokenUsage? OfOllama(JsonElement line) =>
        Count(line, "eval_count") is { } output ? new TokenUsage(Count(line, "prompt_eval_count") ?? 0, output) : null;

    /// <summary>The cost in US dollars as OpenRouter and Perplexity state it.</summary>
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

    private static TokenUsage? Of(long input, long output, long? cached, long? written, long? reasoning, long? audio)
    {
        // No request is none at all: gateways that have not counted yet, or never do, write zeros.
        if (input == 0)
        {
            return null;
        }

        var read = Math.Min(cached ?? 0, input);
        return new TokenUsage(input, output)
        {
            CachedInput = read,
            CacheWrite = Math.Min(written ?? 0, input - read),
            Reasoning = Math.Min(reasoning ?? 0, output),
            Audio = Math.Min(audio ?? 0, input + output),
        };
    }

    private static Money? Amount(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount is >= 0 and < 1_000_000 ? new Money(amount) : null;

    private static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static long? Count(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } usage && usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var count) && count is >= 0 and <= MostTokens ? count : null;
}
