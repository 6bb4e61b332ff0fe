using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>The opposite of a value.</summary>
internal sealed class NotNode(ExpressionNode operand) : ExpressionNode
{
    /// <summary>The value it is the opposite of.</summary>
    public ExpressionNode Operand => operand;

    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var value = operand.Evaluate(source);
        return value.Kind == ExpressionValueKind.Failure ? value : ExpressionValue.Of(!value.IsTrue);
    }
}
