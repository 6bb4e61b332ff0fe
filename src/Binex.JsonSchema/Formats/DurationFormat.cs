namespace Binex.JsonSchema.Formats;

/// <summary><c>duration</c>: RFC 3339 appendix A. Units may be left out at both ends, not in the middle; weeks stand alone.</summary>
internal static class DurationFormat
{
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        var rest = text[1..];
        var mark = rest.IndexOf('T');
        var date = mark < 0 ? rest : rest[..mark];
        if (mark < 0 && HasUnitsInOrder(date, "W"))
        {
            return true;
        }

        return (mark < 0 || HasUnitsInOrder(rest[(mark + 1)..], "HMS")) && (date.IsEmpty ? mark >= 0 : HasUnitsInOrder(date, "YMD"));
    }

    private static bool HasUnitsInOrder(ReadOnlySpan<char> text, ReadOnlySpan<char> units)
    {
        var previous = -1;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0)
            {
                return false;
            }

            var unit = units.IndexOf(text[digits]);
            if (unit < 0 || (previous >= 0 && unit != previous + 1))
            {
                return false;
            }

            previous = unit;
            text = text[(digits + 1)..];
        }

        return previous >= 0;
    }
}
