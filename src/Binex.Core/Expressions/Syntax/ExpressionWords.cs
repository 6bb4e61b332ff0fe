using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>The words that mean something in an expression.</summary>
internal static class ExpressionWords
{
    /// <summary>Those that stand between two values.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["contains", "startsWith", "endsWith", "matches", "in", "and", "or"];

    /// <summary>Those that a value may begin with.</summary>
    public static IReadOnlyList<string> Values { get; } = [.. ExpressionFunctions.Names, "not", "true", "false", "null"];

    /// <summary>The token of a word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="offset">Where it begins.</param>
    public static Token Token(ReadOnlySpan<char> word, int offset)
    {
        if (Literal(word) is { } literal)
        {
            return new Token(TokenKind.Value, offset, word.Length) { Value = literal };
        }

        var kind = word switch
        {
            "and" => TokenKind.And,
            "or" => TokenKind.Or,
            "not" => TokenKind.Not,
            "contains" or "startsWith" or "endsWith" or "matches" or "in" => TokenKind.Comparison,
            _ => TokenKind.Word,
        };
        return new Token(kind, offset, word.Length)
        {
            Comparison = word switch
            {
                "contains" => ComparisonOperator.Contains,
                "startsWith" => ComparisonOperator.StartsWith,
                "endsWith" => ComparisonOperator.EndsWith,
                "matches" => ComparisonOperator.Matches,
                "in" => ComparisonOperator.In,
                _ => default,
            },
        };
    }

    /// <summary>The literal that a word is; null when it is none.</summary>
    /// <param name="word">The word.</param>
    public static ConstantNode? Literal(ReadOnlySpan<char> word) => word switch
    {
        "true" => new ConstantNode(ExpressionValue.Of(true)),
        "false" => new ConstantNode(ExpressionValue.Of(false)),
        "null" => new ConstantNode(ExpressionValue.Null),
        _ => null,
    };
}
