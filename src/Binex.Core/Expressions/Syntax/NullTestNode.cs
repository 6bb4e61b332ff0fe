using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A comparison with the literal null, the one way to ask whether there is a value.</summary>
/// <param name="operand">The value asked about.</param>
/// <param name="expected">Whether null is what is asked for.</param>
internal sealed class NullTestNode(ExpressionNode operand, bool expected) : ExpressionNode
{
    /// <summary>The value asked about.</summary>
    public ExpressionNode Operand => operand;

    /// <summary>Whether null is what is asked for.</summary>
    public bool Expected => expected;

    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var value = operand.Evaluate(source);
        return value.Kind == ExpressionValueKind.Failure ? value : ExpressionValue.Of((value.Kind == ExpressionValueKind.Null) == expected);
    }
}
