using System.Buffers;

namespace Binex.JsonSchema.Formats;

/// <summary><c>email</c>: a mailbox of RFC 5321 section 4.1.2, without folding and comments.</summary>
internal static class EmailFormat
{
    private static readonly SearchValues<char> AtomSymbols =
        SearchValues.Create("!#$%&'*+-/=?^_`{|}~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && IsLocalPart(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocalPart(ReadOnlySpan<char> text)
    {
        if (text is ['"', .. var quoted, '"'])
        {
            return IsQuoted(quoted);
        }

        foreach (var range in text.Split('.'))
        {
            if (text[range].IsEmpty || text[range].ContainsAnyExcept(AtomSymbols))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return false;
            }

            if (i == text.Length || text[i] is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> text) => text switch
    {
        ['[', 'I', 'P', 'v', '6', ':', .. var address, ']'] => AddressFormats.IsIPv6(address),
        ['[', .. var address, ']'] => AddressFormats.IsIPv4(address),
        _ => HostnameFormat.IsValid(text),
    };
}
