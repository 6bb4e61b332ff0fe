using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A function called with a value.</summary>
internal sealed class CallNode(ExpressionFunction function, ExpressionNode argument) : ExpressionNode
{
    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var value = argument.Evaluate(source);
        return value.Kind == ExpressionValueKind.Failure && !function.TakesFailures ? value : function.Apply(value);
    }
}
