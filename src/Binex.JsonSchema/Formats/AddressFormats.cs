namespace Binex.JsonSchema.Formats;

/// <summary><c>ipv4</c>: RFC 2673 section 3.2. <c>ipv6</c>: RFC 4291 section 2.2, without a zone.</summary>
internal static class AddressFormats
{
    private const int GroupsOfIPv6 = 8;

    public static bool IsIPv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            parts++;
            if (!IsOctet(text[range]))
            {
                return false;
            }
        }

        return parts == 4;
    }

    public static bool IsIPv6(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return CountGroups(text, allowIPv4: true) == GroupsOfIPv6;
        }

        var left = text[..gap];
        var right = text[(gap + 2)..];
        var before = left.IsEmpty ? 0 : CountGroups(left, allowIPv4: false);
        var after = right.IsEmpty ? 0 : CountGroups(right, allowIPv4: true);
        return before >= 0 && after >= 0 && before + after < GroupsOfIPv6;
    }

    private static bool IsOctet(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 3 || text.ContainsAnyExceptInRange('0', '9') || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        return text.Length < 3 || text.SequenceCompareTo("255") <= 0;
    }

    // The groups of a part without a gap; an IPv4 address at the end stands for two. -1 if it is none.
    private static int CountGroups(ReadOnlySpan<char> text, bool allowIPv4)
    {
        var count = 0;
        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (group.Length is >= 1 and <= 4 && IsHex(group))
            {
                count++;
            }
            else if (allowIPv4 && range.End.GetOffset(text.Length) == text.Length && IsIPv4(group))
            {
                count += 2;
            }
            else
            {
                return -1;
            }
        }

        return count;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var symbol in text)
        {
            if (!char.IsAsciiHexDigit(symbol))
            {
                return false;
            }
        }

        return true;
    }
}
