using System.Globalization;
using Binex.Core.Runs;

namespace Binex.Models.Providers;

/// <summary>Finds out how long a provider wants to be left alone, in whichever of the common ways it says so.</summary>
internal static class RetryWaits
{
    /// <summary>How much is left of a limit, and when there is more again. OpenAI and Groq; Anthropic; OpenRouter.</summary>
    private static readonly (string Left, string Reset)[] Limits =
    [
        ("x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"),
        ("x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"),
        ("anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-requests-reset"),
        ("anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"),
        ("anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-reset"),
        ("x-ratelimit-remaining", "x-ratelimit-reset"),
    ];

    private static readonly TimeSpan LongestAfterAnswer = TimeSpan.FromMinutes(1);

    /// <summary>The wait; null when the provider does not say.</summary>
    /// <param name="exchange">Its answer.</param>
    /// <param name="kind">What kind of error it is.</param>
    /// <param name="error">What the body says.</param>
    /// <param name="now">The time.</param>
    internal static TimeSpan? Of(ProviderExchange exchange, FailureKind kind, ErrorBody error, DateTimeOffset now) =>
        Milliseconds(exchange.Header("retry-after-ms"))
        ?? RetryAfterHeader.Parse(exchange.Header("Retry-After"), now)
        ?? (kind == FailureKind.RateLimit ? error.RetryDelay ?? OfLimits(exchange, now) : null);

    /// <summary>The wait after an answer that says to be the last one allowed; null after any other. More than a minute is not believed of one.</summary>
    /// <param name="exchange">The answer.</param>
    /// <param name="now">The time.</param>
    internal static TimeSpan? AfterAnswer(ProviderExchange exchange, DateTimeOffset now) =>
        OfLimits(exchange, now) is { Ticks: > 0 } wait ? wait < LongestAfterAnswer ? wait : LongestAfterAnswer : null;

    private static TimeSpan? OfLimits(ProviderExchange exchange, DateTimeOffset now)
    {
        TimeSpan? longest = null;
        foreach (var (left, reset) in Limits)
        {
            if (exchange.Header(left)?.Trim() == "0" && Reset(exchange.Header(reset), now) is { } wait && !(wait <= longest))
            {
                longest = wait;
            }
        }

        return longest;
    }

    private static TimeSpan? Milliseconds(string? value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wait) ? Bounded(wait / 1_000) : null;

    private static TimeSpan? Reset(string? value, DateTimeOffset now)
    {
        // OpenRouter gives the moment in milliseconds, others in seconds; a small number is a wait.
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return Bounded(number > 1e12 ? (number / 1_000) - now.ToUnixTimeSeconds() : number > 1e9 ? number - now.ToUnixTimeSeconds() : number);
        }

        return GoDuration.Parse(value) is { } wait ? Bounded(wait.TotalSeconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? Bounded((moment - now).TotalSeconds)
            : null;
    }

    private static TimeSpan? Bounded(double seconds) =>
        double.IsFinite(seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, RetryAfterHeader.Longest.TotalSeconds)) : null;
}
