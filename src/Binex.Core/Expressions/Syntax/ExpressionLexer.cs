using System.Text;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>Cuts an expression into tokens, one at a time, since what may come depends on what went before.</summary>
internal sealed class ExpressionLexer(string text, List<SyntaxError> errors, List<Reference> references)
{
    private int _position;

    /// <summary>The next token.</summary>
    /// <param name="afterEquality">Whether <c>==</c> or <c>!=</c> went before, so that text needs no quotes.</param>
    public Token Next(bool afterEquality)
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }

        if (_position == text.Length)
        {
            return new Token(TokenKind.End, _position, 0);
        }

        if (afterEquality && BareText.End(text, _position) is var end && end > _position)
        {
            return Bare(end);
        }

        var rest = text.AsSpan(_position);
        if (NumberLiteral.Length(rest) is > 0 and var length)
        {
            return Number(length);
        }

        return rest switch
        {
            ['\'' or '"', ..] => Quoted(),
            ['$', '{', ..] => Reference(),
            ['=', '=', ..] => Comparison(ComparisonOperator.Equal, 2),
            ['!', '=', ..] => Comparison(ComparisonOperator.NotEqual, 2),
            ['<', '=', ..] => Comparison(ComparisonOperator.LessOrEqual, 2),
            ['>', '=', ..] => Comparison(ComparisonOperator.GreaterOrEqual, 2),
            ['<', ..] => Comparison(ComparisonOperator.Less, 1),
            ['>', ..] => Comparison(ComparisonOperator.Greater, 1),
            ['&', '&', ..] => Take(TokenKind.And, 2),
            ['|', '|', ..] => Take(TokenKind.Or, 2),
            ['!', ..] => Take(TokenKind.Not, 1),
            ['(', ..] => Take(TokenKind.OpenParenthesis, 1),
            [')', ..] => Take(TokenKind.CloseParenthesis, 1),
            ['[', ..] => Take(TokenKind.OpenBracket, 1),
            [']', ..] => Take(TokenKind.CloseBracket, 1),
            [',', ..] => Take(TokenKind.Comma, 1),
            _ => IsWordStart(rest[0]) ? Word() : Unknown(),
        };
    }

    private static bool IsWordStart(char c) => char.IsLetter(c) || c == '_';

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, _position, length);
        _position += length;
        return token;
    }

    private Token Comparison(ComparisonOperator comparison, int length) => Take(TokenKind.Comparison, length) with { Comparison = comparison };

    private Token Bare(int end)
    {
        var run = text.AsSpan(_position, end - _position);
        var value = ExpressionWords.Literal(run)
            ?? NumberLiteral.Parse(run)
            ?? new TextLiteral(text, errors, references).ReadBare(_position, end);
        return Take(TokenKind.Value, end - _position) with { Value = value };
    }

    private Token Number(int length)
    {
        var value = NumberLiteral.Parse(text.AsSpan(_position, length));
        if (value is null)
        {
            var written = Excerpt.Of(text.AsSpan(_position, length));
            errors.Add(new SyntaxError(_position, length, $"'{written}' is not a number") { Hint = $"write a text in quotes: '{written}'" });
        }

        return Take(value is null ? TokenKind.Unreadable : TokenKind.Value, length) with { Value = value };
    }

    private Token Quoted()
    {
        var value = new TextLiteral(text, errors, references).ReadQuoted(_position, out var end);
        return Take(value is null ? TokenKind.Unreadable : TokenKind.Value, end - _position) with { Value = value };
    }

    private Token Reference()
    {
        var reference = ReferenceParser.Parse(text, _position, out var end, out var error);
        if (reference is null)
        {
            errors.Add(error!);
            return Take(TokenKind.Unreadable, end - _position);
        }

        references.Add(reference);
        return Take(TokenKind.Value, end - _position) with { Value = new ReferenceNode(reference) };
    }

    private Token Word()
    {
        var end = _position + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        var token = ExpressionWords.Token(text.AsSpan(_position, end - _position), _position);
        _position = end;
        return token;
    }

    private Token Unknown()
    {
        _ = Rune.DecodeFromUtf16(text.AsSpan(_position), out var character, out var length);
        errors.Add(new SyntaxError(_position, length, $"the character {Name(character)} means nothing in an expression")
        {
            Hint = character.Value switch
            {
                '=' => "write '==' to compare",
                '&' => "write '&&' or 'and'",
                '|' => "write '||' or 'or'",
                '$' => "write '${name.output}' for a reference",
                '`' => "write text in single or double quotes",
                _ => "write text in quotes",
            },
        });
        return Take(TokenKind.Unreadable, length);
    }

    private static string Name(Rune character) => Rune.IsControl(character) || character == Rune.ReplacementChar ? $"U+{character.Value:X4}" : $"'{character}'";
}
