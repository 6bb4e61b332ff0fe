using Binex.Core.Expressions;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Expressions;

/// <summary>What is said of a condition without values is true whatever the values are.</summary>
public sealed class ConditionAnalysisTests
{
    private static readonly FixedValues[] Worlds =
    [
        .. new[]
        {
            "null", "true", "false", "0", "1", "1.0", "2", "-3", "1e2", "\"\"", "\"a\"", "\"A\"", "\"b\"", "\"1\"", "\"1.0\"", "\"01\"", "\" 1\"", "\"2\"",
            "\"true\"", "\"TRUE\"", "\"false\"", "\"null\"", "[]", "{}", "[1]", "\"[1]\"", "\"[ 1 ]\"",
        }.Select(value => FixedValues.Of($$"""{"x.y": {{value}}}""")),
        FixedValues.Of("{}"),
    ];

    private static readonly Gen<string> Test = Gen.OneOf(
        "${x.y}", "(${x.y} == null)", "(${x.y} != null)", "('a' == ${x.y})", "(1 < ${x.y})", "(${x.y} in ['a', 1])", "(${x.y} contains 'a')");

    private static readonly Gen<string> Comparison = Gen.Select(
        Gen.OneOf("==", "!=", "<", "<=", ">", ">="),
        Gen.OneOf("1", "2", "1.0", "-3", "'1'", "'1.0'", "'a'", "'b'", "true", "false", "'true'", "''", "'[1]'"),
        (comparison, literal) => $"(${{x.y}} {comparison} {literal})");

    private static readonly Gen<string> Part = Gen.Select(Gen.OneOf(Test, Comparison, Comparison), Gen.Int[0, 3], (test, negated) => negated == 0 ? $"not {test}" : test);

    private static readonly Gen<string> Condition = Gen.Select(Part, Part, Part, Gen.OneOf("and", "or"), Gen.OneOf("and", "or"), Gen.Bool)
        .Select((a, b, c, first, second, negated) => negated ? $"not ({a} {first} {b}) {second} {c}" : $"{a} {first} {b} {second} {c}");

    [Fact]
    public void Constant_OfAnyCondition_IsWhatItAlwaysComesTo() => Condition.Holds(
        5_000,
        text =>
        {
            var condition = Expression.Parse(text);
            condition.Errors.ShouldBeEmpty();
            if (condition.Analysis.Constant is { } constant)
            {
                Worlds.ShouldAllBe(world => condition.Holds(world) == constant);
            }
        });

    [Fact]
    public void Excludes_OfAnyTwoTests_IsNeverContradictedByAValue() => Gen.Select(Part, Part).Holds(
        5_000,
        (a, b) =>
        {
            var (first, second) = (Expression.Parse(a), Expression.Parse(b));
            if (first.Analysis.Required is [var one] && second.Analysis.Required is [var other] && one.Excludes(other))
            {
                Worlds.ShouldAllBe(world => !(first.Holds(world) && second.Holds(world)));
                other.Excludes(one).ShouldBeTrue();
            }
        });

    [Fact]
    public void NeedsValue_OfAnyTest_DoesNotHoldWithoutOne() => Part.Holds(
        1_000,
        text =>
        {
            var condition = Expression.Parse(text);
            if (condition.Analysis.Required is [{ NeedsValue: true }])
            {
                condition.Holds(FixedValues.Of("{}")).ShouldBeFalse();
            }
        });

    [Theory]
    [InlineData("true", true)]
    [InlineData("1 > 2", false)]
    [InlineData("not false or ${x.y}", true)]
    [InlineData("${x.y} and 1 == 2", false)]
    [InlineData("${x.y} == a and ${x.y} == b", false)]
    [InlineData("${x.y} > 5 and ${x.y} < 3", false)]
    [InlineData("${x.y} == null and ${x.y} == a", false)]
    [InlineData("not (${x.y} == a or ${x.z} == b) and ${x.y} == a", false)]
    [InlineData("${x.y} == a and ${x.z} == b", null)]
    [InlineData("${x.y} == 1 and ${x.y} == '1.0'", null)]
    [InlineData("${x.y} == a or ${x.y} == b", null)]
    [InlineData("${x.y:-a} == a and ${x.y} == b", null)]
    public void Constant_IsFound(string condition, bool? constant) => Expression.Parse(condition).Analysis.Constant.ShouldBe(constant);

    [Fact]
    public void Analysis_OfMistakes_SaysNothing()
    {
        var analysis = Expression.Parse("${x.y} ==").Analysis;

        analysis.Constant.ShouldBeNull();
        analysis.Tests.ShouldBeEmpty();
        analysis.Required.ShouldBeEmpty();
    }

    [Fact]
    public void Required_OfVeryLongCondition_IsBounded()
    {
        var condition = Expression.Parse(string.Join(" and ", Enumerable.Range(0, 700).Select(i => $"${{x.y}} != {i}")));

        condition.Errors.ShouldBeEmpty();
        condition.Analysis.Required.Count.ShouldBe(50);
        condition.Analysis.Tests.Count.ShouldBe(700);
    }
}
