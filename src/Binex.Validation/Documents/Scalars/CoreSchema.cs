using System.Globalization;
using System.Numerics;

namespace Binex.Validation.Documents.Scalars;

/// <summary>Types of plain scalars by the core schema of YAML 1.2 (YAML 1.2.2, section 10.3.2).</summary>
internal static class CoreSchema
{
    // Longer octal and hexadecimal numbers are text; they would be read in quadratic time.
    private const int LongestNumber = 64;

    /// <summary>The type of a plain scalar.</summary>
    public static ScalarType TypeOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new ScalarType(ScalarKind.Null),
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => new ScalarType(ScalarKind.Boolean),
        _ when !char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.') => ScalarType.Text,
        _ => NumberOrText(text),
    };

    private static ScalarType NumberOrText(string text)
    {
        if (text.Length <= LongestNumber && text.StartsWith("0o", StringComparison.Ordinal))
        {
            return InBase(text, 8);
        }

        if (text.Length <= LongestNumber && text.StartsWith("0x", StringComparison.Ordinal))
        {
            return InBase(text, 16);
        }

        var unsigned = text[0] is '+' or '-' ? text.AsSpan(1) : text;
        if (unsigned is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN")
        {
            return new ScalarType(ScalarKind.Number);
        }

        return Decimal(unsigned, text[0] == '-');
    }

    private static ScalarType InBase(string text, int radix)
    {
        var number = BigInteger.Zero;
        foreach (var digit in text.AsSpan(2))
        {
            var value = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : int.MaxValue;
            if (value >= radix)
            {
                return ScalarType.Text;
            }

            number = (number * radix) + value;
        }

        return text.Length == 2 ? ScalarType.Text : new ScalarType(ScalarKind.Integer, number.ToString(CultureInfo.InvariantCulture));
    }

    // [0-9]+ | (\.[0-9]+ | [0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
    private static ScalarType Decimal(ReadOnlySpan<char> text, bool negative)
    {
        var whole = Digits(text, 0);
        var end = whole;
        var fraction = 0;
        var hasPoint = end < text.Length && text[end] == '.';
        if (hasPoint)
        {
            fraction = Digits(text, end + 1);
            end += fraction + 1;
        }

        if (whole + fraction == 0)
        {
            return ScalarType.Text;
        }

        var mantissaEnd = end;
        var hasExponent = end < text.Length && text[end] is 'e' or 'E';
        if (hasExponent)
        {
            var digits = end + (end + 1 < text.Length && text[end + 1] is '+' or '-' ? 2 : 1);
            var count = Digits(text, digits);
            end = count == 0 ? -1 : digits + count;
        }

        if (end != text.Length)
        {
            return ScalarType.Text;
        }

        var integer = text[..whole].TrimStart('0');
        var json = $"{(negative ? "-" : "")}{(integer.Length == 0 ? "0" : integer)}"
            + (fraction == 0 ? "" : $".{text.Slice(whole + 1, fraction)}")
            + text[mantissaEnd..].ToString();
        return new ScalarType(hasPoint || hasExponent ? ScalarKind.Number : ScalarKind.Integer, json);
    }

    private static int Digits(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length)
        {
            return 0;
        }

        var rest = text[start..];
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? rest.Length : end;
    }
}
