namespace Binex.Ci.Platforms;

/// <summary>What a platform said instead of doing what it was asked.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">What it said, as a sentence.</param>
/// <param name="RetryAfter">How long it wants to be left alone; null when it does not say.</param>
public sealed record PlatformFailure(PlatformFailureKind Kind, string Message, TimeSpan? RetryAfter = null);
