namespace Binex.Ci.Platforms;

/// <summary>An answer of a platform, or why there is none.</summary>
/// <typeparam name="T">What it is about.</typeparam>
/// <param name="Value">The answer; null with a failure, or when there is no such thing.</param>
/// <param name="Failure">Why there is none; null when there is one.</param>
public sealed record PlatformAnswer<T>(T? Value, PlatformFailure? Failure = null)
    where T : class;
