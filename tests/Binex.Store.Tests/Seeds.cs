namespace Binex.Store.Tests;

/// <summary>Fixed seeds of random tests; with BINEX_SOAK=1 a hundred times as many.</summary>
internal static class Seeds
{
    public static bool IsSoak { get; } = Environment.GetEnvironmentVariable("BINEX_SOAK") == "1";

    public static IEnumerable<Random> Randoms(int count) => Enumerable.Range(0, IsSoak ? count * 100 : count).Select(seed => new Random(seed));
}
