using System.Text.Json;
using Binex.Core.Expressions.Values;

namespace Binex.Core.Expressions.Analysis;

/// <summary>A part of a condition that looks at one reference: a comparison with a literal, or the reference alone.</summary>
/// <param name="Reference">What is looked at.</param>
/// <param name="Comparison">How it is compared, with the reference on the left; null for the reference alone.</param>
/// <param name="Literal">What it is compared with; null, as JSON, in a test for null and for the reference alone.</param>
public sealed record ConditionTest(Reference Reference, ComparisonOperator? Comparison, JsonElement Literal)
{
    /// <summary>Whether the test stands as it is; false when it is negated.</summary>
    public bool Holds { get; init; } = true;

    /// <summary>Whether it asks if there is a value.</summary>
    public bool IsNullTest => Comparison is not null && Literal.ValueKind == JsonValueKind.Null;

    /// <summary>Whether it can only come out as wanted where there is a value.</summary>
    public bool NeedsValue => Holds
        ? !IsNullTest || Comparison == ComparisonOperator.NotEqual
        : IsNullTest && Comparison == ComparisonOperator.Equal;

    /// <summary>
    /// Whether this and another test, of the same condition or of conditions that see the same values, can never both come out as
    /// wanted. False where that is not certain.
    /// </summary>
    /// <param name="other">The other test.</param>
    public bool Excludes(ConditionTest other) => LooksAtSame(other) && TestLogic.Exclude(this, other);

    /// <summary>Whether no value equals both of two literals. False where that is not certain.</summary>
    /// <param name="a">A literal.</param>
    /// <param name="b">Another one.</param>
    public static bool AreDistinct(JsonElement a, JsonElement b) => TestLogic.AreDistinct(a, b);

    /// <summary>Whether another test looks at the same value.</summary>
    /// <param name="other">The other test.</param>
    public bool LooksAtSame(ConditionTest other) =>
        Reference.Root == other.Reference.Root
        && Reference.Name == other.Reference.Name
        && Reference.Output == other.Reference.Output
        && Reference.Default == other.Reference.Default
        && Reference.Path.SequenceEqual(other.Reference.Path);
}
