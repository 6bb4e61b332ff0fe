using System.Text;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A text with references in it; null when one of them is.</summary>
internal sealed class TextNode(TemplateSegment[] segments) : ExpressionNode
{
    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment.Reference is not { } reference)
            {
                text.Append(segment.Literal);
                continue;
            }

            var found = reference.ResolveFrom(source);
            var value = found.Missing is null ? ExpressionValue.Of(found.Value) : ExpressionValue.Null;
            if (value.Kind == ExpressionValueKind.Null)
            {
                return value;
            }

            text.Append(value.Text);
        }

        return ExpressionValue.Of(text.ToString());
    }
}
