namespace Binex.Core.Configuration;

/// <summary>What a provider allows in a stretch of time. A limit that is null does not hold.</summary>
/// <param name="Requests">Requests.</param>
/// <param name="Tokens">Tokens, those of requests and answers together.</param>
public sealed record RateLimits(Rate? Requests, Rate? Tokens);
