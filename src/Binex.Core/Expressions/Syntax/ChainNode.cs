using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>Values joined by <c>&amp;&amp;</c> or by <c>||</c>, looked at from the left until the answer is certain. Flat, so that a long chain is no deep tree.</summary>
/// <param name="operands">The values joined.</param>
/// <param name="decisive">What settles it: true for <c>||</c>, false for <c>&amp;&amp;</c>.</param>
internal sealed class ChainNode(ExpressionNode[] operands, bool decisive) : ExpressionNode
{
    /// <summary>The values joined.</summary>
    public IReadOnlyList<ExpressionNode> Operands => operands;

    /// <summary>What settles it: true for <c>||</c>, false for <c>&amp;&amp;</c>.</summary>
    public bool Decisive => decisive;

    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        foreach (var operand in operands)
        {
            var value = operand.Evaluate(source);
            if (value.Kind == ExpressionValueKind.Failure)
            {
                return value;
            }

            if (value.IsTrue == decisive)
            {
                return ExpressionValue.Of(decisive);
            }
        }

        return ExpressionValue.Of(!decisive);
    }
}
