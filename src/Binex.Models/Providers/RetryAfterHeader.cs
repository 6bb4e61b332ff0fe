using System.Globalization;
using System.Net.Http.Headers;

namespace Binex.Models.Providers;

/// <summary>Reads the header <c>Retry-After</c> (RFC 9110, section 10.2.3): seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The longest wait that is believed.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long to wait; null when the header does not say.</summary>
    /// <param name="value">The header.</param>
    /// <param name="now">The time.</param>
    internal static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds))
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
        }

        if (!RetryConditionHeaderValue.TryParse(value, out var header) || header.Date is not { } date)
        {
            return null;
        }

        var wait = date - now;
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < Longest ? wait : Longest;
    }
}
