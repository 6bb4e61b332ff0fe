using Binex.Core.Diagnostics;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>
/// Reads an expression by recursive descent. By falling precedence: <c>!</c>; comparisons, which do not chain;
/// <c>&amp;&amp;</c>; <c>||</c>. It stops at the first mistake that leaves it without a place to go on.
/// </summary>
internal sealed class ExpressionParser
{
    private const int Deepest = 64;

    private readonly string _text;
    private readonly List<SyntaxError> _errors;
    private readonly ExpressionLexer _lexer;
    private Token _token;
    private int _depth;

    private ExpressionParser(string text, List<SyntaxError> errors, List<Reference> references)
    {
        _text = text;
        _errors = errors;
        _lexer = new ExpressionLexer(text, errors, references);
        Advance();
    }

    /// <summary>Reads a whole expression.</summary>
    /// <param name="text">The text.</param>
    /// <param name="errors">Takes its mistakes.</param>
    /// <param name="references">Takes its references.</param>
    /// <returns>The expression; meaningless, or null, when there are mistakes.</returns>
    public static ExpressionNode? Parse(string text, List<SyntaxError> errors, List<Reference> references)
    {
        var parser = new ExpressionParser(text, errors, references);
        var node = parser.Or();
        return node is null || parser._token.Kind == TokenKind.End ? node : parser.Unexpected();
    }

    private void Advance(bool afterEquality = false) => _token = _lexer.Next(afterEquality);

    private ExpressionNode? Or() => Chain(TokenKind.Or, () => Chain(TokenKind.And, Comparison));

    private ExpressionNode? Chain(TokenKind joint, Func<ExpressionNode?> operand)
    {
        if (operand() is not { } first)
        {
            return null;
        }

        if (_token.Kind != joint)
        {
            return first;
        }

        var operands = new List<ExpressionNode> { first };
        while (_token.Kind == joint)
        {
            Advance();
            if (operand() is not { } next)
            {
                return null;
            }

            operands.Add(next);
        }

        return new ChainNode([.. operands], decisive: joint == TokenKind.Or);
    }

    private ExpressionNode? Comparison()
    {
        var left = Operand();
        if (left is null || _token.Kind != TokenKind.Comparison)
        {
            return left;
        }

        var comparison = _token.Comparison;
        Advance(afterEquality: comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        var at = _token;
        if (Operand() is not { } right)
        {
            return null;
        }

        if (_token.Kind == TokenKind.Comparison)
        {
            return Fail(_token, $"{Written(_token)} compares the result of a comparison", "join two comparisons with '&&', or put one in parentheses");
        }

        return Compare(left, comparison, right, at);
    }

    private ExpressionNode Compare(ExpressionNode left, ComparisonOperator comparison, ExpressionNode right, Token rightToken)
    {
        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var operand = IsNull(right) ? left : IsNull(left) ? right : null;
            return operand is null
                ? new ComparisonNode(left, comparison, right)
                : new NullTestNode(operand, expected: comparison == ComparisonOperator.Equal);
        }

        if (comparison != ComparisonOperator.Matches)
        {
            return new ComparisonNode(left, comparison, right);
        }

        Pattern? known = null;
        if (right is ConstantNode { Value: { Kind: ExpressionValueKind.Text } literal })
        {
            known = Pattern.TryCreate(literal.Text, out var problem);
            if (known is null)
            {
                _errors.Add(new SyntaxError(rightToken.Offset, rightToken.Length, problem!));
            }
        }

        return new MatchNode(left, right, known);
    }

    private static bool IsNull(ExpressionNode node) => node is ConstantNode { Value.Kind: ExpressionValueKind.Null };

    private ExpressionNode? Operand()
    {
        if (_token.Kind == TokenKind.Value)
        {
            var value = _token.Value;
            Advance();
            return value;
        }

        if (_depth == Deepest)
        {
            return Fail(_token, $"the expression is nested deeper than {Deepest}", "split it over several nodes");
        }

        _depth++;
        var operand = _token.Kind switch
        {
            TokenKind.Not => Not(),
            TokenKind.OpenParenthesis => Parenthesised(),
            TokenKind.OpenBracket => List(),
            TokenKind.Word => Call(),
            _ => NoValue(),
        };
        _depth--;
        return operand;
    }

    private NotNode? Not()
    {
        Advance();
        return Operand() is { } operand ? new NotNode(operand) : null;
    }

    private ExpressionNode? Parenthesised()
    {
        var open = _token;
        Advance();
        return Or() is { } inner && Close(TokenKind.CloseParenthesis, open) ? inner : null;
    }

    private ExpressionNode? List()
    {
        var items = Items(TokenKind.CloseBracket, Operand);
        return items is null ? null : ListNode.Of([.. items]);
    }

    private CallNode? Call()
    {
        var name = _token;
        var word = Excerpt.Of(_text.AsSpan(name.Offset, name.Length));
        Advance();
        if (_token.Kind != TokenKind.OpenParenthesis)
        {
            var near = Spelling.Nearest(word, ExpressionWords.Values);
            Fail(name, $"'{word}' is neither a value nor a function", near is null ? $"write a text in quotes: '{word}'" : $"did you mean '{near}'? a text is written in quotes: '{word}'");
            return null;
        }

        if (!ExpressionFunctions.TryFind(word, out var function))
        {
            Fail(name, $"there is no function '{word}'", Spelling.Hint(word, ExpressionFunctions.Names) ?? $"the functions are {string.Join(", ", ExpressionFunctions.Names)}");
            return null;
        }

        var arguments = Items(TokenKind.CloseParenthesis, Or);
        if (arguments is null)
        {
            return null;
        }

        if (arguments is [var argument])
        {
            return new CallNode(function, argument);
        }

        _errors.Add(new SyntaxError(name.Offset, name.Length, $"'{word}' takes one value, not {arguments.Count}"));
        return null;
    }

    private List<ExpressionNode>? Items(TokenKind close, Func<ExpressionNode?> item)
    {
        var open = _token;
        var items = new List<ExpressionNode>();
        Advance();
        if (_token.Kind != close)
        {
            do
            {
                if (items.Count > 0)
                {
                    Advance();
                }

                if (item() is not { } next)
                {
                    return null;
                }

                items.Add(next);
            }
            while (_token.Kind == TokenKind.Comma);
        }

        return Close(close, open) ? items : null;
    }

    private bool Close(TokenKind close, Token open)
    {
        if (_token.Kind == close)
        {
            Advance();
            return true;
        }

        if (_token.Kind == TokenKind.End)
        {
            Fail(open, $"{Written(open)} is not closed", null);
        }
        else
        {
            Unexpected();
        }

        return false;
    }

    private ExpressionNode? NoValue() => _token.Kind == TokenKind.End
        ? Fail(_token, "the expression ends where a value is expected", null)
        : Fail(_token, $"{Written(_token)} stands where a value is expected", null);

    private ExpressionNode? Unexpected()
    {
        var word = Excerpt.Of(_text.AsSpan(_token.Offset, _token.Length));
        return _token.Kind switch
        {
            TokenKind.Word => Fail(
                _token, $"'{word}' is no operator", Spelling.Hint(word, ExpressionWords.Operators) ?? "write a text that has blanks in quotes"),
            TokenKind.CloseParenthesis or TokenKind.CloseBracket => Fail(_token, $"'{word}' closes nothing", null),
            TokenKind.Comma => Fail(_token, "',' stands outside a list", null),
            _ => Fail(_token, $"{Written(_token)} follows a value without an operator between them", "such as '==' or '&&'"),
        };
    }

    private string Written(Token token) => $"'{Excerpt.Of(_text.AsSpan(token.Offset, token.Length))}'";

    private ExpressionNode? Fail(Token token, string message, string? hint)
    {
        if (token.Kind != TokenKind.Unreadable)
        {
            _errors.Add(new SyntaxError(token.Offset, token.Length, message) { Hint = hint });
        }

        return null;
    }
}
