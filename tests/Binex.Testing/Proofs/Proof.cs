using CsCheck;
using Shouldly;

namespace Binex.Testing.Proofs;

/// <summary>
/// Holds a property against generated cases that are the same in every run: case n is made from seed n. With BINEX_SOAK=1
/// against many more. A case that fails is shrunk.
/// </summary>
public static class Proof
{
    private const int SecondsOfShrinking = 20;
    private const int TimesInSoak = 200;

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

    /// <summary>Checks a property; in a soak against 200 times as many cases.</summary>
    public static void Holds<T>(this Gen<T> cases, int count, Action<T> check) => Holds(cases, count, count * TimesInSoak, check);

    /// <inheritdoc cref="Holds{T}(Gen{T}, int, Action{T})"/>
    public static void Holds<T>(this Gen<T> cases, int count, Func<T, bool> check) => cases.Holds(count, given => Demand(check(given)));

    /// <inheritdoc cref="Holds{T}(Gen{T}, int, Action{T})"/>
    public static void Holds<T1, T2>(this Gen<(T1, T2)> cases, int count, Action<T1, T2> check) =>
        cases.Holds(count, given => check(given.Item1, given.Item2));

    /// <inheritdoc cref="Holds{T}(Gen{T}, int, Action{T})"/>
    public static void Holds<T1, T2>(this Gen<(T1, T2)> cases, int count, Func<T1, T2, bool> check) =>
        cases.Holds(count, given => Demand(check(given.Item1, given.Item2)));

    /// <inheritdoc cref="Holds{T}(Gen{T}, int, Action{T})"/>
    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> cases, int count, Action<T1, T2, T3> check) =>
        cases.Holds(count, given => check(given.Item1, given.Item2, given.Item3));

    /// <inheritdoc cref="Holds{T}(Gen{T}, int, Action{T})"/>
    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> cases, int count, Func<T1, T2, T3, bool> check) =>
        cases.Holds(count, given => Demand(check(given.Item1, given.Item2, given.Item3)));

    /// <inheritdoc cref="Holds{T}(Gen{T}, int, Action{T})"/>
    public static void Holds<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> cases, int count, Action<T1, T2, T3, T4> check) =>
        cases.Holds(count, given => check(given.Item1, given.Item2, given.Item3, given.Item4));

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new ShouldAssertException("the property does not hold");
        }
    }
}
