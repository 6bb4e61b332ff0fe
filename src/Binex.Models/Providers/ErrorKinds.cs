using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Models.Providers;

/// <summary>Tells what kind of failure an error answer is.</summary>
internal static class ErrorKinds
{
    private static readonly Dictionary<string, FailureKind> Codes = new(StringComparer.Ordinal)
    {
        ["context_length_exceeded"] = FailureKind.ContextTooLong,
        ["string_above_max_length"] = FailureKind.ContextTooLong,
        ["request_too_large"] = FailureKind.ContextTooLong,
        ["content_filter"] = FailureKind.ContentFilter,
        ["content_policy_violation"] = FailureKind.ContentFilter,
        ["responsibleaipolicyviolation"] = FailureKind.ContentFilter,
        ["moderation_blocked"] = FailureKind.ContentFilter,
        ["insufficient_quota"] = FailureKind.Quota,
        ["billing_hard_limit_reached"] = FailureKind.Quota,
        ["billing_not_active"] = FailureKind.Quota,
        ["insufficient_balance"] = FailureKind.Quota,
        ["credit_limit_exceeded"] = FailureKind.Quota,
        ["rate_limit_exceeded"] = FailureKind.RateLimit,
        ["rate_limit_error"] = FailureKind.RateLimit,
        ["invalid_api_key"] = FailureKind.Authentication,
        ["authentication_error"] = FailureKind.Authentication,
        ["permission_error"] = FailureKind.Authentication,
        ["unauthenticated"] = FailureKind.Authentication,
        ["permission_denied"] = FailureKind.Authentication,
        ["api_key_invalid"] = FailureKind.Authentication,
        ["billing_error"] = FailureKind.Quota,
        ["overloaded_error"] = FailureKind.Server,
        ["tokens_limit_reached"] = FailureKind.ContextTooLong,
    };

    /// <summary>Sentences with which providers that give no code for it say that a request is too long.</summary>
    private static readonly string[] TooLong =
    [
        "context length", "context window", "maximum context", "exceed context limit", "prompt is too long", "exceeds the maximum number of tokens", "input token count",
        "too many tokens", "reduce the length", "input is too long",
    ];

    /// <summary>Sentences with which providers that give no code for it say that there is no money left.</summary>
    private static readonly string[] NoMoney = ["credit balance is too low", "insufficient balance", "insufficient credits", "exceeded your current quota, please check your plan and billing"];

    /// <summary>Sentences with which providers that give no code for it say that the key is wrong.</summary>
    private static readonly string[] NoKey = ["api key not valid", "invalid api key", "incorrect api key", "invalid x-api-key"];

    /// <summary>
    /// What is known about the cost of a call with an error status: nothing is charged, unless it was a gateway that gave up waiting, or whose
    /// model failed (424). What it waited for may have been done, and billed, behind it.
    /// </summary>
    /// <param name="status">The status.</param>
    internal static ChargeKnowledge ChargeOf(int status) =>
        status is 408 or 424 or 502 or 504 or 520 or 522 or 524 ? ChargeKnowledge.Unknown : ChargeKnowledge.Nothing;

    /// <summary>The kind: by the error's code where it is a known one, else by the status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="error">What the body says.</param>
    internal static FailureKind Of(int status, ErrorBody error)
    {
        foreach (var code in error.Codes)
        {
            if (Codes.TryGetValue(code, out var kind) && (kind != FailureKind.RateLimit || status is 413 or 429))
            {
                return kind;
            }
        }

        return status switch
        {
            400 or 403 or 422 or 429 when Says(error, NoMoney) => FailureKind.Quota,
            400 or 422 when Says(error, NoKey) => FailureKind.Authentication,
            400 or 422 when Says(error, TooLong) => FailureKind.ContextTooLong,
            403 when error.Message?.Contains("moderation", StringComparison.OrdinalIgnoreCase) == true => FailureKind.ContentFilter,
            401 or 403 or 407 => FailureKind.Authentication,
            402 => FailureKind.Quota,
            408 or 409 or 424 or 425 => FailureKind.Server,
            413 => FailureKind.ContextTooLong,
            429 => FailureKind.RateLimit,
            >= 500 => FailureKind.Server,
            _ => FailureKind.BadRequest,
        };
    }

    private static bool Says(ErrorBody error, string[] sentences) =>
        error.Message is { } message && Array.Exists(sentences, words => message.Contains(words, StringComparison.OrdinalIgnoreCase));
}
