using System.Text.Json;
using Binex.Core.Json;

namespace Binex.Core.Expressions.Values;

/// <summary>
/// How values compare. A comparison with a null is false, whichever it is.
/// Equality: numbers by value; a number and a text by value when the text is a number; a boolean and a text when the text is
/// that boolean's word in any case; texts by their characters; lists and objects deeply, and with a text when the text is
/// their JSON; other pairs are not equal.
/// Order: two numbers, or texts that are numbers, by value; two other texts by their UTF-16 units; other pairs have none.
/// Operators on text read a number or a boolean as its text.
/// </summary>
internal static class ValueComparison
{
    /// <summary>Whether a comparison holds; <see cref="ComparisonOperator.Matches"/> is <see cref="Pattern"/>'s.</summary>
    public static bool Holds(ComparisonOperator comparison, in ExpressionValue left, in ExpressionValue right)
    {
        if (left.Kind == ExpressionValueKind.Null || right.Kind == ExpressionValueKind.Null)
        {
            return false;
        }

        return comparison switch
        {
            ComparisonOperator.Equal => AreEqual(left, right),
            ComparisonOperator.NotEqual => !AreEqual(left, right),
            ComparisonOperator.Less => Order(left, right) < 0,
            ComparisonOperator.LessOrEqual => Order(left, right) <= 0,
            ComparisonOperator.Greater => Order(left, right) > 0,
            ComparisonOperator.GreaterOrEqual => Order(left, right) >= 0,
            ComparisonOperator.Contains => Contains(left, right),
            ComparisonOperator.In => Contains(right, left),
            ComparisonOperator.StartsWith => AreScalars(left, right) && left.Text.StartsWith(right.Text, StringComparison.Ordinal),
            ComparisonOperator.EndsWith => AreScalars(left, right) && left.Text.EndsWith(right.Text, StringComparison.Ordinal),
            _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
        };
    }

    private static bool AreEqual(in ExpressionValue left, in ExpressionValue right) => (left.Kind, right.Kind) switch
    {
        (ExpressionValueKind.Text, ExpressionValueKind.Text) => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
        (ExpressionValueKind.Boolean, ExpressionValueKind.Boolean or ExpressionValueKind.Text)
            or (ExpressionValueKind.Text, ExpressionValueKind.Boolean) => left.AsBoolean() == right.AsBoolean(),
        (ExpressionValueKind.Structure, ExpressionValueKind.Structure) => JsonValues.AreEqual(left.Json, right.Json),
        (ExpressionValueKind.Structure, ExpressionValueKind.Text) => IsJsonOf(right.Text, left.Json),
        (ExpressionValueKind.Text, ExpressionValueKind.Structure) => IsJsonOf(left.Text, right.Json),
        _ => CompareNumbers(left, right) == 0,
    };

    private static int? Order(in ExpressionValue left, in ExpressionValue right) =>
        CompareNumbers(left, right)
        ?? (left.Kind == ExpressionValueKind.Text && right.Kind == ExpressionValueKind.Text ? string.CompareOrdinal(left.Text, right.Text) : null);

    private static int? CompareNumbers(in ExpressionValue left, in ExpressionValue right)
    {
        if (left.TryDecimal(out var a) && right.TryDecimal(out var b))
        {
            return a.CompareTo(b);
        }

        return left.TryDouble(out var x) && right.TryDouble(out var y) ? x.CompareTo(y) : null;
    }

    private static bool Contains(in ExpressionValue whole, in ExpressionValue part)
    {
        if (whole.Kind != ExpressionValueKind.Structure)
        {
            return AreScalars(whole, part) && whole.Text.Contains(part.Text, StringComparison.Ordinal);
        }

        if (!whole.IsList)
        {
            return part.Kind != ExpressionValueKind.Structure && whole.Json.TryGetProperty(part.Text, out _);
        }

        foreach (var item in whole.Json.EnumerateArray())
        {
            if (Holds(ComparisonOperator.Equal, ExpressionValue.Of(item), part))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreScalars(in ExpressionValue left, in ExpressionValue right) =>
        left.Kind != ExpressionValueKind.Structure && right.Kind != ExpressionValueKind.Structure;

    private static bool IsJsonOf(string text, JsonElement structure) =>
        text.AsSpan().TrimStart() is ['[' or '{', ..] && JsonValues.TryParse(text, out var parsed, out _) && JsonValues.AreEqual(parsed, structure);
}
