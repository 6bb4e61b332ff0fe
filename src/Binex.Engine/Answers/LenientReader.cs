using System.Text;

namespace Binex.Engine.Answers;

/// <summary>
/// Reads one value that is almost JSON and writes it as JSON. What is mended has one meaning only: trailing commas, comments, names
/// without quotes, single and typographic quotes, line breaks in strings, Python's True, False and None. Everything else is broken.
/// Whatever it writes stands in the text; nothing is added but punctuation.
/// </summary>
internal sealed partial class LenientReader(string text)
{
    // As deep as JSON from outside may be.
    private const int Deepest = 64;

    private readonly StringBuilder _json = new();
    private readonly StringBuilder _closers = new();
    private int _wholeLength;
    private int _wholeDepth;

    /// <summary>Where the reading stopped.</summary>
    public int Position { get; private set; }

    /// <summary>What was mended on the way.</summary>
    public Repairs Repairs { get; private set; }

    /// <summary>Whether a value, a name in quotes or too many brackets were read: then the text was meant as JSON.</summary>
    public bool HasRead { get; private set; }

    /// <summary>The value as JSON, when it is whole.</summary>
    public string Json => _json.ToString();

    /// <summary>
    /// The value as JSON up to the last member or item that was whole, closed there; null when there was none. A string, a number or
    /// a list that has only just begun is left out, because nobody knows how it would have gone on.
    /// </summary>
    public string? JsonUpToCut
    {
        get
        {
            if (_wholeDepth == 0)
            {
                return null;
            }

            var closed = new StringBuilder().Append(_json, 0, _wholeLength);
            for (var depth = _wholeDepth - 1; depth >= 0; depth--)
            {
                closed.Append(_closers[depth]);
            }

            return closed.ToString();
        }
    }

    private bool IsAtEnd => Position >= text.Length;

    private char Current => text[Position];

    /// <summary>Reads the value that begins at a place.</summary>
    /// <param name="start">The place.</param>
    public LenientEnd Read(int start)
    {
        Position = start;
        return ReadValue();
    }

    /// <summary>Whether nothing but blanks follows.</summary>
    public bool IsAtLast()
    {
        SkipBlanks();
        return IsAtEnd;
    }

    private LenientEnd ReadValue()
    {
        SkipBlanks();
        return IsAtEnd ? LenientEnd.Cut : Current switch
        {
            '{' => ReadItems('}', isObject: true),
            '[' => ReadItems(']', isObject: false),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            var c when Closers(c) is { } closers => ReadString(closers),
            var c when IsName(c) => ReadWord(),
            _ => LenientEnd.Broken,
        };
    }

    private LenientEnd ReadItems(char closer, bool isObject)
    {
        if (_closers.Length == Deepest)
        {
            HasRead = true;
            return LenientEnd.Broken;
        }

        _json.Append(Current);
        _closers.Append(closer);
        Position++;
        for (var isFirst = true; ; isFirst = false)
        {
            SkipBlanks();
            if (!IsAtEnd && Current == closer)
            {
                Repairs |= isFirst ? Repairs.None : Repairs.TrailingCommasRemoved;
                return Close(closer);
            }

            _json.Append(isFirst ? "" : ",");
            var end = isObject ? ReadMember() : ReadValue();
            if (end != LenientEnd.Whole)
            {
                return end;
            }

            HasRead = true;
            (_wholeLength, _wholeDepth) = (_json.Length, _closers.Length);
            SkipBlanks();
            if (IsAtEnd)
            {
                return LenientEnd.Cut;
            }

            if (Current == closer)
            {
                return Close(closer);
            }

            if (Current != ',')
            {
                return LenientEnd.Broken;
            }

            Position++;
        }
    }

    private LenientEnd Close(char closer)
    {
        _json.Append(closer);
        _closers.Length--;
        Position++;
        return LenientEnd.Whole;
    }

    private LenientEnd ReadMember()
    {
        if (IsAtEnd)
        {
            return LenientEnd.Cut;
        }

        var name = Closers(Current) is { } closers ? ReadString(closers) : ReadBareName();
        if (name != LenientEnd.Whole)
        {
            return name;
        }

        SkipBlanks();
        if (IsAtEnd)
        {
            return LenientEnd.Cut;
        }

        if (Current != ':')
        {
            return LenientEnd.Broken;
        }

        _json.Append(':');
        Position++;
        return ReadValue();
    }
}
