using System.Globalization;
using System.Text;

namespace Binex.JsonSchema.Patterns;

/// <summary>
/// A character class. ECMA-262 counts code points where .NET counts UTF-16 units, so whatever lies beyond the basic plane is written
/// as an alternative of surrogate pairs.
/// </summary>
internal sealed class CodePointSet
{
    private const int LastOfBasicPlane = 0xFFFF;
    private const int LastCodePoint = 0x10FFFF;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const string AnyPair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private readonly List<(int First, int Last)> _ranges = [];
    private readonly StringBuilder _properties = new();

    public static CodePointSet Digits { get; } = Of(('0', '9'));

    public static CodePointSet WordSymbols { get; } = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    public static CodePointSet Spaces { get; } = Of(
        ('\t', '\r'), (' ', ' '), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F),
        (0x3000, 0x3000), (0xFEFF, 0xFEFF));

    public static CodePointSet LineEnds { get; } = Of(('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029));

    public void Add(int first, int last) => _ranges.Add((first, last));

    public void Add(CodePointSet other, bool negated)
    {
        _ranges.AddRange(negated ? Complement(other._ranges, 0, LastCodePoint) : other._ranges);
        _properties.Append(other._properties);
    }

    /// <summary>Adds a Unicode category.</summary>
    public void AddCategory(string name, bool negated) => _properties.Append(negated ? @"\P{" : @"\p{").Append(name).Append('}');

    /// <summary>Writes the class, or its complement, as something a quantifier may follow.</summary>
    public void Write(StringBuilder output, bool negated)
    {
        var pairs = _ranges.Where(range => range.Last > LastOfBasicPlane)
            .Select(range => (First: Math.Max(range.First, LastOfBasicPlane + 1), range.Last))
            .ToList();
        var basic = WriteBasicPlane();
        if (!negated && pairs.Count == 0)
        {
            output.Append(basic.Length == 0 ? @"[^\s\S]" : $"[{basic}]");
            return;
        }

        var alternatives = new List<string>();
        if (negated)
        {
            alternatives.Add($@"[^{basic}\uD800-\uDFFF]");
            pairs = Complement(pairs, LastOfBasicPlane + 1, LastCodePoint);
        }
        else if (basic.Length > 0)
        {
            alternatives.Add($"[{basic}]");
        }

        alternatives.AddRange(pairs.SelectMany(range => WritePairs(range.First, range.Last)));
        output.Append("(?:").AppendJoin('|', alternatives).Append(')');
    }

    private static CodePointSet Of(params (int First, int Last)[] ranges)
    {
        var set = new CodePointSet();
        set._ranges.AddRange(ranges);
        return set;
    }

    private string WriteBasicPlane()
    {
        var text = new StringBuilder();
        foreach (var (first, last) in _ranges.Where(range => range.First <= LastOfBasicPlane))
        {
            AppendRange(text, first, Math.Min(last, LastOfBasicPlane), spareSurrogates: last > LastOfBasicPlane);
        }

        return text.Append(_properties).ToString();
    }

    private static void AppendRange(StringBuilder text, int first, int last, bool spareSurrogates)
    {
        if (spareSurrogates && first < FirstSurrogate && last > LastSurrogate)
        {
            // Half a pair is no character of its own.
            AppendRange(text, first, FirstSurrogate - 1, spareSurrogates: false);
            AppendRange(text, LastSurrogate + 1, last, spareSurrogates: false);
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $@"\u{first:X4}");
        if (last > first)
        {
            text.Append(CultureInfo.InvariantCulture, $@"-\u{last:X4}");
        }
    }

    private static List<(int First, int Last)> Complement(IEnumerable<(int First, int Last)> ranges, int first, int last)
    {
        var gaps = new List<(int, int)>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (range.First > first)
            {
                gaps.Add((first, range.First - 1));
            }

            first = Math.Max(first, range.Last + 1);
        }

        if (first <= last)
        {
            gaps.Add((first, last));
        }

        return gaps;
    }

    private static List<string> WritePairs(int first, int last)
    {
        if (first == LastOfBasicPlane + 1 && last == LastCodePoint)
        {
            return [AnyPair];
        }

        var parts = new List<string>();
        while (first <= last)
        {
            // All pairs with the same first half, or as many full sets of second halves as fit.
            var (high, low) = Split(first);
            var (lastHigh, lastLow) = Split(last);
            var isFull = low == 0xDC00 && (high < lastHigh || lastLow == LastSurrogate);
            var endHigh = isFull ? (lastLow == LastSurrogate ? lastHigh : lastHigh - 1) : high;
            var endLow = !isFull && high == lastHigh ? lastLow : LastSurrogate;
            parts.Add(string.Create(CultureInfo.InvariantCulture, $@"[\u{high:X4}-\u{endHigh:X4}][\u{low:X4}-\u{endLow:X4}]"));
            first = char.ConvertToUtf32((char)endHigh, (char)endLow) + 1;
        }

        return parts;
    }

    private static (int High, int Low) Split(int codePoint)
    {
        var pair = char.ConvertFromUtf32(codePoint);
        return (pair[0], pair[1]);
    }
}
