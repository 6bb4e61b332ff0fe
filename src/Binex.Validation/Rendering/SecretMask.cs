using System.Text.RegularExpressions;

namespace Binex.Validation.Rendering;

/// <summary>Hides what looks like a secret in a source line, since logs of CI are read by many.</summary>
internal static partial class SecretMask
{
    /// <summary>The line with the values of keys such as <c>api_key</c> replaced by stars, at the same length; references stay.</summary>
    public static string Apply(string line) => Secret().Replace(line, match =>
    {
        var value = match.Groups["value"];
        var before = line[match.Index..value.Index];
        return value.Value.StartsWith("${", StringComparison.Ordinal) ? match.Value : before + new string('*', value.Length);
    });

    [GeneratedRegex("""(api_?key|secret|password|token)["']?\s*:\s*["']?(?<value>[^\s"',{}][^"',}]{7,})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}
