using CsCheck;

namespace Binex.Testing.Proofs;

/// <summary>
/// Holds a property against generated cases that are the same in every run: case n is made from seed n. With BINEX_SOAK=1
/// against many more. A case that fails is shrunk.
/// </summary>
public static class Proof
{
    private const int SecondsOfShrinking = 20;

    /// <summary>Whether the long form of every proof is wanted.</summary>
    public static bool IsSoak { get; } = Environment.GetEnvironmentVariable("BINEX_SOAK") == "1";

    /// <summary>Checks a property.</summary>
    /// <param name="cases">Makes a case.</param>
    /// <param name="count">How many cases are tried in every run.</param>
    /// <param name="soak">How many are tried in a soak.</param>
    /// <param name="check">Throws where the property does not hold.</param>
    /// <exception cref="CsCheckException">It does not hold; the message has the smallest case found.</exception>
    public static void Holds<T>(Gen<T> cases, int count, int soak, Action<T> check)
    {
        var wanted = IsSoak ? soak : count;
        for (var i = 0; i < wanted; i++)
        {
            var source = new PCG(1, (ulong)i);
            var seed = source.ToString();
            try
            {
                check(cases.Generate(source, null, out _));
            }
            catch (Exception)
            {
                cases.Sample(check, seed: seed, time: SecondsOfShrinking, threads: 1);
                throw;
            }
        }
    }
}
