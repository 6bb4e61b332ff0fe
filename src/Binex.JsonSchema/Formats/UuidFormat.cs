namespace Binex.JsonSchema.Formats;

/// <summary><c>uuid</c>: RFC 4122, 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.</summary>
internal static class UuidFormat
{
    private const int Length = 36;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != Length)
        {
            return false;
        }

        for (var i = 0; i < Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
