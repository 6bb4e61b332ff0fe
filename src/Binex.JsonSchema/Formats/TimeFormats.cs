namespace Binex.JsonSchema.Formats;

/// <summary><c>date</c>, <c>time</c> and <c>date-time</c>: RFC 3339 section 5.6.</summary>
internal static class TimeFormats
{
    private const int DateLength = 10;
    private const int MinutesOfDay = 24 * 60;

    public static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == DateLength
        && TryRead(text[..4], out var year)
        && text[4] == '-'
        && TryRead(text[5..7], out var month)
        && text[7] == '-'
        && TryRead(text[8..], out var day)
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DaysOf(year, month);

    public static bool IsDateTime(ReadOnlySpan<char> text) =>
        text.Length > DateLength && text[DateLength] is ('T' or 't') && IsDate(text[..DateLength]) && IsTime(text[(DateLength + 1)..]);

    public static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 9
            || !TryRead(text[..2], out var hour)
            || text[2] != ':'
            || !TryRead(text[3..5], out var minute)
            || text[5] != ':'
            || !TryRead(text[6..8], out var second)
            || hour > 23
            || minute > 59
            || second > 60
            || !TryReadOffset(SkipFraction(text[8..]), out var offset))
        {
            return false;
        }

        // A leap second is the last of a day in universal time.
        var universal = ((hour * 60) + minute - offset + MinutesOfDay) % MinutesOfDay;
        return second < 60 || universal == MinutesOfDay - 1;
    }

    private static ReadOnlySpan<char> SkipFraction(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '.' || !char.IsAsciiDigit(text[1]))
        {
            return text;
        }

        var end = text[1..].IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? [] : text[(end + 1)..];
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is ['Z' or 'z'])
        {
            return true;
        }

        if (text.Length != 6
            || text[0] is not ('+' or '-')
            || !TryRead(text[1..3], out var hours)
            || text[3] != ':'
            || !TryRead(text[4..], out var rest)
            || hours > 23
            || rest > 59)
        {
            return false;
        }

        minutes = (text[0] == '-' ? -1 : 1) * ((hours * 60) + rest);
        return true;
    }

    private static int DaysOf(int year, int month) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool TryRead(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }
}
