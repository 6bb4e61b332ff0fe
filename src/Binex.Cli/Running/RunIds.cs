using System.Globalization;
using System.Security.Cryptography;

namespace Binex.Cli.Running;

/// <summary>Makes ids of runs: the time, so that they sort, and four characters, so that two in one second differ.</summary>
internal static class RunIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Next(TimeProvider time) =>
        time.GetUtcNow().ToString("yyyyMMdd-HHmmss-", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetString(Alphabet, 4);
}
