using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A reference; one without a value is null.</summary>
internal sealed class ReferenceNode(Reference reference) : ExpressionNode
{
    /// <summary>The reference.</summary>
    public Reference Reference => reference;

    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var found = reference.ResolveFrom(source);
        return found.Missing is null ? ExpressionValue.Of(found.Value) : ExpressionValue.Null;
    }
}
