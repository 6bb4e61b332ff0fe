using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A literal.</summary>
internal sealed class ConstantNode(ExpressionValue value) : ExpressionNode
{
    /// <summary>The literal's value.</summary>
    public ExpressionValue Value => value;

    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source) => value;
}
