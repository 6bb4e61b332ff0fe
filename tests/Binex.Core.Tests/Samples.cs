namespace Binex.Core.Tests;

/// <summary>How long proofs by random samples go on; the long form runs with BINEX_SOAK=1.</summary>
internal static class Samples
{
    public static bool Soak { get; } = Environment.GetEnvironmentVariable("BINEX_SOAK") == "1";

    public static int Of(int usual) => Soak ? usual * 200 : usual;
}
