using System.Globalization;
using System.Text;

namespace Binex.Engine.Answers;

/// <summary>
/// Reads one value that is almost JSON and writes it as JSON. What is mended has one meaning only: trailing commas, comments, names
/// without quotes, single and typographic quotes, line breaks in strings, Python's True, False and None. Everything else is broken.
/// Whatever it writes stands in the text; nothing is added but punctuation.
/// </summary>
internal sealed class LenientReader(string text)
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

    private LenientEnd ReadBareName()
    {
        var name = TakeWord();
        _json.Append('"').Append(name).Append('"');
        Repairs |= Repairs.KeysQuoted;
        return name.Length > 0 && !char.IsAsciiDigit(name[0]) ? LenientEnd.Whole : LenientEnd.Broken;
    }

    // Whether a number that the text ends with would have gone on is not known.
    private LenientEnd ReadNumber()
    {
        var start = Position;
        while (!IsAtEnd && (char.IsAsciiDigit(Current) || Current is '+' or '-' or '.' or 'e' or 'E'))
        {
            Position++;
        }

        _json.Append(text, start, Position - start);
        return IsAtEnd ? LenientEnd.Cut : LenientEnd.Whole;
    }

    private LenientEnd ReadWord()
    {
        var word = TakeWord();
        var literal = word switch
        {
            "true" or "True" => "true",
            "false" or "False" => "false",
            "null" or "None" => "null",
            _ => null,
        };
        _json.Append(literal);
        Repairs |= literal is null || literal == word ? Repairs.None : Repairs.WordsReplaced;
        return literal is not null ? LenientEnd.Whole : IsAtEnd ? LenientEnd.Cut : LenientEnd.Broken;
    }

    private string TakeWord()
    {
        var start = Position;
        while (!IsAtEnd && IsName(Current))
        {
            Position++;
        }

        return text[start..Position];
    }

    private LenientEnd ReadString(string closers)
    {
        HasRead = true;
        Repairs |= Current == '"' ? Repairs.None : Repairs.QuotesReplaced;
        _json.Append('"');
        Position++;
        while (!IsAtEnd)
        {
            var c = Current;
            if (closers.Contains(c, StringComparison.Ordinal) && !IsApostrophe())
            {
                _json.Append('"');
                Position++;
                return LenientEnd.Whole;
            }

            if (c == '\\')
            {
                if (ReadEscape() is var escape && escape != LenientEnd.Whole)
                {
                    return escape;
                }

                continue;
            }

            AppendCharacter(c);
            Position++;
        }

        return LenientEnd.Cut;
    }

    // After the end of a string no letter can follow at once.
    private bool IsApostrophe() =>
        Current is '\'' or '’' && Position + 1 < text.Length && char.IsLetter(text[Position - 1]) && char.IsLetter(text[Position + 1]);

    private void AppendCharacter(char c)
    {
        if (c >= ' ')
        {
            _json.Append(c == '"' ? "\\\"" : c.ToString());
            return;
        }

        Repairs |= Repairs.LineBreaksEscaped;
        _json.Append(c switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        });
    }

    private LenientEnd ReadEscape()
    {
        if (Position + 1 >= text.Length)
        {
            return LenientEnd.Cut;
        }

        var escaped = text[Position + 1];
        var length = escaped == 'u' ? 6 : 2;
        if (Position + length > text.Length)
        {
            return LenientEnd.Cut;
        }

        if (escaped == '\'')
        {
            _json.Append(escaped);
        }
        else if ("\"\\/bfnrtu".Contains(escaped, StringComparison.Ordinal))
        {
            _json.Append(text, Position, length);
        }
        else
        {
            return LenientEnd.Broken;
        }

        Position += length;
        return LenientEnd.Whole;
    }

    private void SkipBlanks()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(Current) || Current == '\uFEFF')
            {
                Position++;
            }
            else if (EndOfComment() is { } end)
            {
                Repairs |= Repairs.CommentsRemoved;
                Position = end;
            }
            else
            {
                return;
            }
        }
    }

    private int? EndOfComment()
    {
        var rest = text.AsSpan(Position);
        var end = rest.StartsWith("//", StringComparison.Ordinal) ? rest.IndexOf('\n')
            : !rest.StartsWith("/*", StringComparison.Ordinal) ? 0
            : rest[2..].IndexOf("*/", StringComparison.Ordinal) is >= 0 and var at ? at + 4 : -1;
        return end == 0 ? null : end < 0 ? text.Length : Position + end;
    }

    // What ends a string that begins with a character; null when none does.
    private static string? Closers(char c) => c switch
    {
        '"' => "\"",
        '\'' => "'",
        '“' or '”' or '„' => "“”",
        '‘' => "’",
        _ => null,
    };

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
