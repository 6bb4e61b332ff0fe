using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A comparison of two values.</summary>
internal sealed class ComparisonNode(ExpressionNode left, ComparisonOperator comparison, ExpressionNode right) : ExpressionNode
{
    /// <summary>The left side.</summary>
    public ExpressionNode Left => left;

    /// <summary>What stands between the sides.</summary>
    public ComparisonOperator Comparison => comparison;

    /// <summary>The right side.</summary>
    public ExpressionNode Right => right;

    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var a = left.Evaluate(source);
        if (a.Kind == ExpressionValueKind.Failure)
        {
            return a;
        }

        var b = right.Evaluate(source);
        return b.Kind == ExpressionValueKind.Failure ? b : ExpressionValue.Of(ValueComparison.Holds(comparison, a, b));
    }
}
