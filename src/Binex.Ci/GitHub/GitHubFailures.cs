using System.Globalization;
using System.Net;
using Binex.Ci.Platforms;
using Binex.Core.Text;
using Octokit;

namespace Binex.Ci.GitHub;

/// <summary>Makes values of Octokit's exceptions.</summary>
internal static class GitHubFailures
{
    private const int LongestWords = 300;

    /// <summary>Asks, and says why when there is no answer.</summary>
    public static async Task<PlatformAnswer<T>> CatchAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return new PlatformAnswer<T>(await ask().ConfigureAwait(false));
        }
        catch (ApiException error)
        {
            return new PlatformAnswer<T>(null, Of(error));
        }
        catch (HttpRequestException error)
        {
            return new PlatformAnswer<T>(null, new PlatformFailure(PlatformFailureKind.Passing, $"GitHub cannot be reached: {AddressText.WithoutPasswords(error.Message)}"));
        }
        catch (TaskCanceledException error) when (error.InnerException is TimeoutException || !error.CancellationToken.IsCancellationRequested)
        {
            return new PlatformAnswer<T>(null, new PlatformFailure(PlatformFailureKind.Passing, "GitHub did not answer in time"));
        }
    }

    private static PlatformFailure Of(ApiException error)
    {
        var status = (int)error.StatusCode;
        var message = $"GitHub says ({status.ToString(CultureInfo.InvariantCulture)}): {Words(error)}";
        return error switch
        {
            RateLimitExceededException limit => new(PlatformFailureKind.Passing, message, limit.GetRetryAfterTimeSpan()),
            SecondaryRateLimitExceededException or { StatusCode: HttpStatusCode.TooManyRequests } => new(PlatformFailureKind.Passing, message, RetryAfter(error)),
            { StatusCode: HttpStatusCode.Forbidden } when RetryAfter(error) is { } wait => new(PlatformFailureKind.Passing, message, wait),
            { StatusCode: HttpStatusCode.Forbidden } => new(PlatformFailureKind.NotAllowed, message),
            { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.NotFound } => new(PlatformFailureKind.NotFound, message),
            _ when status is 408 or >= 500 => new(PlatformFailureKind.Passing, message),
            _ => new(PlatformFailureKind.Rejected, message),
        };
    }

    // The body of a gateway's error is a page; its first words are enough.
    private static string Words(ApiException error)
    {
        var details = error.ApiError?.Errors is { Count: > 0 } errors ? string.Join("; ", errors.Select(detail => detail.Message ?? detail.Code)) : "";
        var words = details.Length > 0 ? $"{error.Message} ({details})" : error.Message;
        return words.Length > LongestWords ? words[..LongestWords] + "…" : words;
    }

    private static TimeSpan? RetryAfter(ApiException error) =>
        error.HttpResponse?.Headers is { } headers
        && headers.TryGetValue("Retry-After", out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
