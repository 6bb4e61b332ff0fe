using System.Text.RegularExpressions;

namespace Binex.Core.Text;

/// <summary>Makes texts with addresses in them fit to be kept and shown.</summary>
public static partial class AddressText
{
    /// <summary>
    /// The text with stars for the names and passwords in its addresses. The network library quotes the address of a proxy with them
    /// when the proxy lets nothing through.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string WithoutPasswords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("://", StringComparison.Ordinal) ? Credentials().Replace(text, "://***@") : text;
    }

    [GeneratedRegex("""://[^\s/?#'"]+@""")]
    private static partial Regex Credentials();
}
