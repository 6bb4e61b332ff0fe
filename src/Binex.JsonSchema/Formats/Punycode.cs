using System.Diagnostics.CodeAnalysis;

namespace Binex.JsonSchema.Formats;

/// <summary>The decoder of RFC 3492 with the parameters of its section 5.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int Least = 1;
    private const int Most = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialCodePoint = 128;

    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out List<int>? codePoints)
    {
        codePoints = null;
        var decoded = new List<int>();
        var delimiter = text.LastIndexOf('-');
        foreach (var symbol in delimiter > 0 ? text[..delimiter] : [])
        {
            decoded.Add(symbol);
        }

        var rest = text[(delimiter + 1)..];
        var codePoint = InitialCodePoint;
        var bias = InitialBias;
        long position = 0;
        while (!rest.IsEmpty)
        {
            var previous = position;
            if (!TryReadNumber(ref rest, bias, ref position))
            {
                return false;
            }

            var count = decoded.Count + 1;
            bias = Adapt((int)(position - previous), count, isFirst: previous == 0);
            codePoint += (int)(position / count);
            position %= count;
            if (codePoint > 0x10FFFF)
            {
                return false;
            }

            decoded.Insert((int)position++, codePoint);
        }

        codePoints = decoded;
        return decoded.Count > 0;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<char> text, int bias, ref long value)
    {
        long weight = 1;
        for (var k = Base; ; k += Base)
        {
            if (text.IsEmpty || ReadDigit(text[0]) is not (>= 0 and var digit))
            {
                return false;
            }

            text = text[1..];
            value += digit * weight;
            if (value > int.MaxValue)
            {
                return false;
            }

            var threshold = Math.Clamp(k - bias, Least, Most);
            if (digit < threshold)
            {
                return true;
            }

            weight *= Base - threshold;
            if (weight > int.MaxValue)
            {
                return false;
            }
        }
    }

    private static int ReadDigit(char symbol) => symbol switch
    {
        >= 'a' and <= 'z' => symbol - 'a',
        >= 'A' and <= 'Z' => symbol - 'A',
        >= '0' and <= '9' => symbol - '0' + 26,
        _ => -1,
    };

    private static int Adapt(int delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        while (delta > (Base - Least) * Most / 2)
        {
            delta /= Base - Least;
            k += Base;
        }

        return k + ((Base - Least + 1) * delta / (delta + Skew));
    }
}
