using System.Text;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>
/// Reads a text inside an expression, quoted or bare. References in it are resolved as in every other text of a workflow;
/// <c>$${</c> is a literal <c>${</c>. In quotes <c>\\ \' \" \n \t</c> are escapes; a backslash before anything else is a
/// backslash, so that patterns need no doubling.
/// </summary>
internal sealed class TextLiteral(string text, List<SyntaxError> errors, List<Reference> references)
{
    private readonly List<TemplateSegment> _segments = [];
    private readonly StringBuilder _literal = new();
    private int _position;

    /// <summary>Reads bare text.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    public ExpressionNode ReadBare(int start, int end)
    {
        for (_position = start; _position < end;)
        {
            if (!TryReadPlaceholder())
            {
                _literal.Append(text[_position++]);
            }
        }

        return Finish();
    }

    /// <summary>Reads quoted text.</summary>
    /// <param name="start">Where its quote stands.</param>
    /// <param name="end">Offset after the closing quote.</param>
    /// <returns>The text, or null when it is not closed.</returns>
    public ExpressionNode? ReadQuoted(int start, out int end)
    {
        var quote = text[start];
        var mistakes = errors.Count;
        for (_position = start + 1; _position < text.Length;)
        {
            var c = text[_position];
            if (c == quote)
            {
                end = _position + 1;
                return Finish();
            }

            if (c == '\\' && _position + 1 < text.Length && Unescape(text[_position + 1]) is { } escaped)
            {
                _literal.Append(escaped);
                _position += 2;
            }
            else if (!TryReadPlaceholder())
            {
                _literal.Append(c);
                _position++;
            }
        }

        end = text.Length;
        if (errors.Count == mistakes)
        {
            errors.Add(new SyntaxError(start, end - start, $"the text is not closed: {quote} is missing"));
        }

        return null;
    }

    private static char? Unescape(char c) => c switch
    {
        '\\' or '\'' or '"' => c,
        'n' => '\n',
        't' => '\t',
        _ => null,
    };

    private bool TryReadPlaceholder()
    {
        var rest = text.AsSpan(_position);
        if (rest.StartsWith("$${"))
        {
            _literal.Append("${");
            _position += 3;
            return true;
        }

        if (!rest.StartsWith("${"))
        {
            return false;
        }

        if (ReferenceParser.Parse(text, _position, out _position, out var error) is { } reference)
        {
            references.Add(reference);
            Flush();
            _segments.Add(new TemplateSegment("", reference));
        }
        else
        {
            errors.Add(error!);
        }

        return true;
    }

    private ExpressionNode Finish()
    {
        Flush();
        return _segments switch
        {
            [] => new ConstantNode(ExpressionValue.Of("")),
            [{ Reference: { } only }] => new ReferenceNode(only),
            [{ Literal: var only }] => new ConstantNode(ExpressionValue.Of(only)),
            _ => new TextNode([.. _segments]),
        };
    }

    private void Flush()
    {
        if (_literal.Length > 0)
        {
            _segments.Add(new TemplateSegment(_literal.ToString(), null));
            _literal.Clear();
        }
    }
}
