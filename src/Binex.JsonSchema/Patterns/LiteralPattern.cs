namespace Binex.JsonSchema.Patterns;

/// <summary>A pattern without operators, such as <c>^x-</c>: a text that stands somewhere, at the start, at the end, or alone.</summary>
internal sealed class LiteralPattern
{
    private readonly string _text;
    private readonly bool _atStart;
    private readonly bool _atEnd;

    private LiteralPattern(string text, bool atStart, bool atEnd)
    {
        _text = text;
        _atStart = atStart;
        _atEnd = atEnd;
    }

    /// <summary>Reads a pattern; null if it is of another kind. Only ASCII: of a character beyond the basic plane, half must not match.</summary>
    public static LiteralPattern? TryRead(string pattern, int maxSize)
    {
        var atStart = pattern.StartsWith('^');
        var atEnd = pattern.EndsWith('$');
        var end = pattern.Length - (atEnd ? 1 : 0);
        var start = Math.Min(atStart ? 1 : 0, end);
        for (var i = start; i < end; i++)
        {
            if (!IsLiteral(pattern[i]))
            {
                return null;
            }
        }

        return end - start > maxSize ? null : new LiteralPattern(pattern[start..end], atStart, atEnd);
    }

    public bool IsMatch(ReadOnlySpan<char> text) => (_atStart, _atEnd) switch
    {
        (true, true) => text.SequenceEqual(_text),
        (true, false) => text.StartsWith(_text),
        (false, true) => text.EndsWith(_text),
        _ => text.Contains(_text, StringComparison.Ordinal),
    };

    private static bool IsLiteral(char symbol) => char.IsAsciiLetterOrDigit(symbol) || symbol is '_' or '-' or '/' or ':' or '#' or '@' or ' ';
}
