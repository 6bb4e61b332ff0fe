using System.Text.Json;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Analysis;

/// <summary>Says which tests of one value can never both come out as wanted. Where that is not certain, the answer is no.</summary>
internal static class TestLogic
{
    /// <summary>Whether two tests of the same value exclude each other.</summary>
    public static bool Exclude(ConditionTest a, ConditionTest b)
    {
        if (a.Holds != b.Holds && a.Comparison == b.Comparison && AreWrittenAlike(a.Literal, b.Literal))
        {
            return true;
        }

        if (AsksForNull(a) || AsksForNull(b))
        {
            return AsksForNull(a) ? b.NeedsValue : a.NeedsValue;
        }

        return a.Holds && b.Holds && !a.IsNullTest && !b.IsNullTest && (ValuesExclude(a, b) || ValuesExclude(b, a));
    }

    /// <summary>Whether no value equals both of two literals.</summary>
    public static bool AreDistinct(JsonElement a, JsonElement b)
    {
        var (x, y) = (ExpressionValue.Of(a), ExpressionValue.Of(b));

        // A list or an object may equal texts that are written differently.
        if (MayBeStructure(x) || MayBeStructure(y) || x.Kind == ExpressionValueKind.Null || y.Kind == ExpressionValueKind.Null)
        {
            return false;
        }

        if (x.AsBoolean() is { } first && y.AsBoolean() is { } second)
        {
            return first != second;
        }

        // The text '1.0' equals the number 1, and so does the text '1'.
        return x.TryDouble(out var left) && y.TryDouble(out var right) ? !left.Equals(right) : !ValueComparison.Holds(ComparisonOperator.Equal, x, y);
    }

    private static bool AsksForNull(ConditionTest test) => test.IsNullTest && !test.NeedsValue;

    private static bool ValuesExclude(ConditionTest a, ConditionTest b) => (a.Comparison, b.Comparison) switch
    {
        (ComparisonOperator.Equal, ComparisonOperator.Equal) => AreDistinct(a.Literal, b.Literal),
        (ComparisonOperator.Equal, ComparisonOperator.NotEqual) => AreWrittenAlike(a.Literal, b.Literal),
        (ComparisonOperator.Equal, ComparisonOperator.In) when b.Literal.ValueKind == JsonValueKind.Array =>
            b.Literal.EnumerateArray().All(item => AreDistinct(a.Literal, item)),
        (ComparisonOperator.Equal, _) when IsOrder(b) && Number(a) is { } value && Number(b) is { } bound => !Fits(value, b.Comparison!.Value, bound),
        (ComparisonOperator.Less or ComparisonOperator.LessOrEqual, ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual)
            when Number(a) is { } upper && Number(b) is { } lower =>
            lower > upper || (lower == upper && !(a.Comparison == ComparisonOperator.LessOrEqual && b.Comparison == ComparisonOperator.GreaterOrEqual)),
        _ => false,
    };

    private static bool IsOrder(ConditionTest test) => test.Comparison is >= ComparisonOperator.Less and <= ComparisonOperator.GreaterOrEqual;

    private static bool Fits(decimal value, ComparisonOperator comparison, decimal bound) => comparison switch
    {
        ComparisonOperator.Less => value < bound,
        ComparisonOperator.LessOrEqual => value <= bound,
        ComparisonOperator.Greater => value > bound,
        _ => value >= bound,
    };

    private static decimal? Number(ConditionTest test) =>
        test.Literal.ValueKind == JsonValueKind.Number && test.Literal.TryGetDecimal(out var number) ? number : null;

    private static bool MayBeStructure(in ExpressionValue value) =>
        value.Kind == ExpressionValueKind.Structure || (value.Kind == ExpressionValueKind.Text && value.Text.AsSpan().TrimStart() is ['[' or '{', ..]);

    private static bool AreWrittenAlike(JsonElement a, JsonElement b) => a.ValueKind == b.ValueKind && a.GetRawText() == b.GetRawText();
}
