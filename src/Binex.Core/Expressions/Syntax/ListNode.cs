using System.Text.Json;
using Binex.Core.Expressions.Values;
using Binex.Core.Json;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A list literal that is not constant.</summary>
internal sealed class ListNode(ExpressionNode[] items) : ExpressionNode
{
    /// <summary>A list literal; one of constants is made once.</summary>
    /// <param name="items">Its items.</param>
    public static ExpressionNode Of(ExpressionNode[] items) => items.All(item => item is ConstantNode)
        ? new ConstantNode(ExpressionValue.Of(Json(items.Select(item => ((ConstantNode)item).Value))))
        : new ListNode(items);

    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var values = new ExpressionValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(source);
            if (values[i].Kind == ExpressionValueKind.Failure)
            {
                return values[i];
            }
        }

        return ExpressionValue.Of(Json(values));
    }

    private static JsonElement Json(IEnumerable<ExpressionValue> values) => JsonValues.Array(values.Select(value => value.ToElement()));
}
