namespace Binex.Core.Cassettes;

/// <summary>What a cassette has for a request: exactly one of the two is set.</summary>
/// <param name="Recorded">What was answered.</param>
/// <param name="Drift">When there is none: the nearest request that it has and how this one differs, as part of a sentence.</param>
public sealed record CassetteLookup(RecordedAnswer? Recorded, string? Drift);
