using System.Runtime.InteropServices;
using System.Text.Json;

namespace Binex.JsonSchema.Values;

/// <summary>
/// A JSON number, exact to the last digit, without allocating: a view on its digits with the zeros at both ends left out.
/// Exponents beyond ±10^17 are taken as that; no other number is rounded.
/// </summary>
internal readonly ref struct JsonNumber
{
    private const long ExponentLimit = 100_000_000_000_000_000;

    // From the first significant digit to the last; may hold the decimal point.
    private readonly ReadOnlySpan<byte> _digits;

    private JsonNumber(bool negative, ReadOnlySpan<byte> digits, int count, long exponent)
    {
        IsNegative = negative;
        _digits = digits;
        DigitCount = count;
        Exponent = exponent;
    }

    public bool IsNegative { get; }

    public bool IsZero => DigitCount == 0;

    /// <summary>The number of significant digits.</summary>
    public int DigitCount { get; }

    /// <summary>The power of ten that the last significant digit counts.</summary>
    public long Exponent { get; }

    public bool IsInteger => IsZero || Exponent >= 0;

    public DigitEnumerator Digits => new(_digits);

    public static JsonNumber Of(JsonElement number) => Parse(JsonMarshal.GetRawUtf8Value(number));

    /// <summary>Reads a number that the JSON reader has let pass.</summary>
    public static JsonNumber Parse(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == (byte)'-';
        var mantissa = negative ? text[1..] : text;
        long exponent = 0;
        var (first, last, point, end) = (-1, -1, -1, mantissa.Length);
        for (var i = 0; i < end; i++)
        {
            switch (mantissa[i])
            {
                case >= (byte)'1' and <= (byte)'9':
                    first = first < 0 ? i : first;
                    last = i;
                    break;
                case (byte)'.':
                    point = i;
                    break;
                case (byte)'e' or (byte)'E':
                    exponent = ParseExponent(mantissa[(i + 1)..]);
                    end = i;
                    break;
            }
        }

        if (first < 0)
        {
            return default;
        }

        end = point < 0 ? end : point;
        var digits = mantissa[first..(last + 1)];
        var count = digits.Length - (point > first && point < last ? 1 : 0);
        return new JsonNumber(negative, digits, count, exponent + (last < end ? end - 1 - last : end - last));
    }

    public int CompareTo(JsonNumber other)
    {
        var sign = Sign;
        if (sign != other.Sign)
        {
            return sign.CompareTo(other.Sign);
        }

        var magnitude = (Exponent + DigitCount).CompareTo(other.Exponent + other.DigitCount);
        return sign * (magnitude != 0 ? magnitude : CompareDigits(other));
    }

    /// <summary>An integer that is not negative as a count; the largest long stands for all beyond it.</summary>
    public long ToCount()
    {
        if (Exponent + DigitCount > 18)
        {
            return long.MaxValue;
        }

        long value = 0;
        foreach (var digit in Digits)
        {
            value = (value * 10) + digit;
        }

        for (var i = 0; i < Exponent; i++)
        {
            value *= 10;
        }

        return value;
    }

    public int ComputeHash()
    {
        var hash = new HashCode();
        hash.Add(Sign);
        hash.Add(Exponent);
        foreach (var digit in Digits)
        {
            hash.Add(digit);
        }

        return hash.ToHashCode();
    }

    private int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    private int CompareDigits(JsonNumber other)
    {
        var left = Digits;
        var right = other.Digits;
        while (left.MoveNext())
        {
            if (!right.MoveNext())
            {
                return 1;
            }

            if (left.Current != right.Current)
            {
                return left.Current.CompareTo(right.Current);
            }
        }

        return right.MoveNext() ? -1 : 0;
    }

    private static long ParseExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == (byte)'-';
        long value = 0;
        foreach (var symbol in text[0] is (byte)'-' or (byte)'+' ? text[1..] : text)
        {
            value = Math.Min((value * 10) + (symbol - '0'), ExponentLimit);
        }

        return negative ? -value : value;
    }

    /// <summary>The significant digits, most significant first.</summary>
    internal ref struct DigitEnumerator(ReadOnlySpan<byte> digits)
    {
        private readonly ReadOnlySpan<byte> _digits = digits;
        private int _position = -1;

        public readonly int Current => _digits[_position] - '0';

        public readonly DigitEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            _position++;
            if (_position < _digits.Length && _digits[_position] == (byte)'.')
            {
                _position++;
            }

            return _position < _digits.Length;
        }
    }
}
