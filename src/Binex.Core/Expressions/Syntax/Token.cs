using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, int Length)
{
    /// <summary>The value, for <see cref="TokenKind.Value"/>.</summary>
    public ExpressionNode? Value { get; init; }

    /// <summary>The operator, for <see cref="TokenKind.Comparison"/>.</summary>
    public ComparisonOperator Comparison { get; init; }
}
