using System.Numerics;

namespace Binex.JsonSchema.Values;

/// <summary>Answers exactly whether a number is a multiple of this one, in time that grows with its digits and not with its
/// exponent.</summary>
/// <remarks>
/// With both numbers written as m·10^e, where ten does not divide m: below the divisor's exponent nothing is a multiple; above it
/// the remainder is (m mod d)·(10^difference mod d) mod d.
/// </remarks>
internal sealed class Divisor
{
    private readonly BigInteger _mantissa;
    private readonly long _exponent;
    private readonly ulong _small;

    public Divisor(JsonNumber number)
    {
        foreach (var digit in number.Digits)
        {
            _mantissa = (_mantissa * 10) + digit;
        }

        _exponent = number.Exponent;
        _small = _mantissa <= ulong.MaxValue ? (ulong)_mantissa : 0;
    }

    public bool Divides(JsonNumber number)
    {
        if (number.IsZero)
        {
            return true;
        }

        var difference = number.Exponent - _exponent;
        return difference >= 0 && (_mantissa.IsOne || (_small != 0 ? DividesSmall(number, difference) : DividesBig(number, difference)));
    }

    private bool DividesSmall(JsonNumber number, long difference)
    {
        UInt128 remainder = 0;
        foreach (var digit in number.Digits)
        {
            remainder = ((remainder * 10) + (uint)digit) % _small;
        }

        UInt128 power = 10 % _small;
        for (var bits = difference; bits > 0 && remainder != 0; bits >>= 1)
        {
            if ((bits & 1) != 0)
            {
                remainder = remainder * power % _small;
            }

            power = power * power % _small;
        }

        return remainder == 0;
    }

    private bool DividesBig(JsonNumber number, long difference)
    {
        var remainder = BigInteger.Zero;
        foreach (var digit in number.Digits)
        {
            remainder = ((remainder * 10) + digit) % _mantissa;
        }

        return (remainder * BigInteger.ModPow(10, difference, _mantissa) % _mantissa).IsZero;
    }
}
