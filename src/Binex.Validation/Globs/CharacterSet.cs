namespace Binex.Validation.Globs;

/// <summary>The characters in brackets of a pattern: single ones, ranges, and classes such as <c>[:digit:]</c>.</summary>
/// <param name="isNegated">Whether all others are meant.</param>
internal sealed class CharacterSet(bool isNegated)
{
    private readonly List<(char From, char To)> _ranges = [];
    private readonly List<Func<char, bool>> _classes = [];

    /// <summary>Whether a character is meant.</summary>
    public bool Contains(char character) => isNegated
        != (_ranges.Exists(range => character >= range.From && character <= range.To) || _classes.Exists(isIn => isIn(character)));

    /// <summary>Reads the next member, and returns the place after it.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="at">Where the member begins.</param>
    public int Read(string text, int at)
    {
        var close = text[at] == '[' && at + 1 < text.Length && text[at + 1] == ':' ? text.IndexOf(":]", at + 2, StringComparison.Ordinal) : -1;
        if (close >= 0)
        {
            _classes.Add(ClassOf(text[(at + 2)..close]));
            return close + 2;
        }

        var from = Character(text, ref at);
        var to = from;
        if (at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']')
        {
            at++;
            to = Character(text, ref at);
        }

        _ranges.Add((from, to));
        return at;
    }

    private static char Character(string text, ref int at)
    {
        at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
        return text[at++];
    }

    private static Func<char, bool> ClassOf(string name) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit,
        "alpha" => char.IsAsciiLetter,
        "blank" => character => character is ' ' or '\t',
        "cntrl" => character => character is < ' ' or '\x7F',
        "digit" => char.IsAsciiDigit,
        "graph" => character => character is > ' ' and <= '~',
        "lower" => char.IsAsciiLetterLower,
        "print" => character => character is >= ' ' and <= '~',
        "punct" => character => character is > ' ' and <= '~' && !char.IsAsciiLetterOrDigit(character),
        "space" => character => character is ' ' or (>= '\t' and <= '\r'),
        "upper" => char.IsAsciiLetterUpper,
        "xdigit" => char.IsAsciiHexDigit,
        _ => _ => false,
    };
}
