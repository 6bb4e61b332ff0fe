using System.Globalization;
using System.Security.Cryptography;

namespace Binex.Cli.Running;

/// <summary>
/// Makes ids of runs: the time to the second, two characters for the part of the second, so that they sort by age, and three by
/// chance, so that runs of several processes differ.
/// </summary>
internal static class RunIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Next(TimeProvider time)
    {
        var now = time.GetUtcNow();
        var part = (int)(now.Ticks % TimeSpan.TicksPerSecond * Alphabet.Length * Alphabet.Length / TimeSpan.TicksPerSecond);
        return now.ToString("yyyyMMdd-HHmmss-", CultureInfo.InvariantCulture)
            + Alphabet[part / Alphabet.Length]
            + Alphabet[part % Alphabet.Length]
            + RandomNumberGenerator.GetString(Alphabet, 3);
    }
}
