using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A part of an expression.</summary>
internal abstract class ExpressionNode
{
    /// <summary>Its value.</summary>
    /// <param name="source">Where values come from.</param>
    public abstract ExpressionValue Evaluate(IReferenceSource source);
}
