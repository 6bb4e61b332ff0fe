using System.Globalization;

namespace Binex.Engine.Answers;

/// <summary>The tokens: names, numbers, words and strings, and what stands between them.</summary>
internal sealed partial class LenientReader
{
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
                if (IsCutAtApostrophe())
                {
                    return LenientEnd.Cut;
                }

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

    // Where the text is cut off right behind it, nobody knows whether a letter would have followed.
    private bool IsCutAtApostrophe() =>
        Current is '\'' or '’' && _closers.Length > 0 && Position + 1 == text.Length && char.IsLetter(text[Position - 1]);

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
