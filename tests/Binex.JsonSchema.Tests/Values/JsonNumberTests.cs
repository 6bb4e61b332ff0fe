using System.Numerics;
using System.Text;
using Binex.JsonSchema.Values;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.JsonSchema.Tests.Values;

public sealed class JsonNumberTests
{
    // Mantissa and exponent, written in one of several ways that mean the same.
    private static readonly Gen<(BigInteger Mantissa, int Exponent, int Style)> Numbers = Gen.Select(
        Gen.OneOf(Gen.Int[-1_000, 1_000].Select(value => (BigInteger)value), Gen.Long.Select(value => (BigInteger)value * value)),
        Gen.Int[-30, 30],
        Gen.Int[0, 2]);

    [Fact]
    public void CompareTo_AnyTwoNumbers_IsTheOrderOfTheirValues() =>
        Gen.Select(Numbers, Numbers).Holds(
            100,
            (x, y) =>
            {
                var expected = Scale(x).CompareTo(Scale(y));
                return Math.Sign(Parse(x).CompareTo(Parse(y))) == Math.Sign(expected);
            });

    [Fact]
    public void ComputeHash_NumberWrittenDifferently_IsTheSame() =>
        Numbers.Holds(
            100,
            x =>
            {
                var other = (x.Mantissa * 1_000, x.Exponent - 3, 2 - x.Style);
                return Parse(x).ComputeHash() == Parse(other).ComputeHash() && Parse(x).CompareTo(Parse(other)) == 0;
            });

    [Fact]
    public void IsInteger_AnyNumber_IsWhetherNothingIsLeftBehindThePoint() =>
        Numbers.Holds(100, x => Parse(x).IsInteger == (Scale(x) % BigInteger.Pow(10, 30) == 0));

    [Fact]
    public void Divides_AnyTwoNumbers_IsWhetherTheRemainderIsZero() =>
        Gen.Select(Numbers, Numbers.Where(y => y.Mantissa > 0)).Holds(
            100,
            (x, y) => new Divisor(Parse(y)).Divides(Parse(x)) == (Scale(x) % Scale(y)).IsZero);

    [Fact]
    public void Divides_MultipleOfAnyDivisor_IsTrue() =>
        Gen.Select(Numbers.Where(y => y.Mantissa > 0), Gen.Int[-1_000_000, 1_000_000]).Holds(
            100,
            (y, factor) => new Divisor(Parse(y)).Divides(Parse((y.Mantissa * factor, y.Exponent, y.Style))));

    [Theory]
    [InlineData("0.0", 0, true)]
    [InlineData("-0e5", 0, true)]
    [InlineData("100", 100, true)]
    [InlineData("1.50e1", 15, true)]
    [InlineData("0.001E3", 1, true)]
    [InlineData("1E+2", 100, true)]
    public void ToCount_WholeNumber_IsItsValue(string text, long expected, bool integer)
    {
        var number = JsonNumber.Parse(Encoding.UTF8.GetBytes(text));

        number.IsInteger.ShouldBe(integer);
        number.ToCount().ShouldBe(expected);
    }

    private static BigInteger Scale((BigInteger Mantissa, int Exponent, int Style) number) =>
        number.Mantissa * BigInteger.Pow(10, number.Exponent + 60) / BigInteger.Pow(10, 30);

    private static JsonNumber Parse((BigInteger Mantissa, int Exponent, int Style) number)
    {
        var text = number.Style switch
        {
            0 => $"{number.Mantissa}e{number.Exponent}",
            1 => $"{number.Mantissa}.000E{number.Exponent}",
            _ => Fraction(number.Mantissa, number.Exponent),
        };
        return JsonNumber.Parse(Encoding.UTF8.GetBytes(text));
    }

    private static string Fraction(BigInteger mantissa, int exponent)
    {
        var digits = BigInteger.Abs(mantissa).ToString().PadLeft(5, '0');
        return $"{(mantissa.Sign < 0 ? "-" : "")}{digits[..^4].TrimStart('0').PadLeft(1, '0')}.{digits[^4..]}e{exponent + 4}";
    }
}
