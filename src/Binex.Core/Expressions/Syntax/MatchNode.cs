using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Syntax;

/// <summary>A comparison by <c>matches</c>.</summary>
/// <param name="text">The text looked at.</param>
/// <param name="pattern">What gives the pattern.</param>
/// <param name="known">The pattern, when it is a literal.</param>
internal sealed class MatchNode(ExpressionNode text, ExpressionNode pattern, Pattern? known) : ExpressionNode
{
    /// <inheritdoc/>
    public override ExpressionValue Evaluate(IReferenceSource source)
    {
        var a = text.Evaluate(source);
        if (a.Kind == ExpressionValueKind.Failure)
        {
            return a;
        }

        var b = pattern.Evaluate(source);
        if (b.Kind == ExpressionValueKind.Failure)
        {
            return b;
        }

        if (!HasText(a) || !HasText(b))
        {
            return ExpressionValue.Of(false);
        }

        string? problem = null;
        var usable = known ?? Pattern.TryCreate(b.Text, out problem);
        return usable is null ? ExpressionValue.Failure(problem!) : usable.Match(a.Text);
    }

    private static bool HasText(in ExpressionValue value) => value.Kind is not (ExpressionValueKind.Null or ExpressionValueKind.Structure);
}
