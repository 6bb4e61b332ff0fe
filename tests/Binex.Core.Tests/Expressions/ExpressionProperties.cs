using Binex.Core.Expressions;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Expressions;

public sealed class ExpressionProperties
{
    private static readonly FixedValues Values = FixedValues.Of("""{"a.b": "bare word", "user.x": 3, "item": [1, null, "x"], "a.t": true, "a.f": "false"}""");

    // Each leaf as it is written, and whether it holds.
    private static readonly Gen<(string Text, bool Holds)> Leaf = Gen.OneOf(
        ("true", true), ("false", false), ("0", false), ("'x'", true), ("''", false), ("null", false), ("${a.t}", true), ("${a.f}", false), ("${a.none}", false),
        ("(${a.b} == bare word)", true), ("(${a.b} != bare word)", false), ("(${user.x} == 3)", true), ("(${user.x} > 3)", false),
        ("('x' in ${item})", true), ("(${a.none} == null)", true), ("(${a.none} != 1)", false), ("(length(${item}) == 3)", true), ("exists(${a.none})", false));

    [Fact]
    public void Parse_AnyText_NeverThrowsAndStaysInside() =>
        RandomText.Any.Holds(
            10_000,
            text =>
            {
                var expression = Expression.Parse(text);

                expression.Errors.All(error => IsInside(error, text) && error.Message.Length is > 0 and < 250).ShouldBeTrue();
                expression.References.All(reference => text.Substring(reference.Offset, reference.Length).StartsWith("${")).ShouldBeTrue();
                expression.References.Zip(expression.References.Skip(1), (a, b) => a.Offset + a.Length <= b.Offset).ShouldNotContain(false);
                if (expression.Errors.Count == 0)
                {
                    expression.Evaluate(Values);
                    expression.Holds(Values);
                }
            });

    [Fact]
    public void Parse_AnyCharacters_NeverThrows() =>
        Gen.String.Holds(
            3_000,
            text => Expression.Parse(text).Errors.All(error => IsInside(error, text)).ShouldBeTrue());

    [Fact]
    public void Holds_AnyExpression_IsWhatItsPartsMake() =>
        Tree(5).Holds(
            5_000,
            tree =>
            {
                var expression = Expression.Parse(tree.Text);

                expression.Errors.ShouldBeEmpty();
                expression.Holds(Values).ShouldBe(tree.Holds);
            });

    [Fact]
    public void Parse_AnyQuotedText_IsThatText() =>
        Gen.Select(RandomText.Any, Gen.Bool).Holds(
            5_000,
            (text, doubled) =>
            {
                var quote = doubled ? "\"" : "'";
                var written = text.Replace("\\", "\\\\").Replace(quote, "\\" + quote).Replace("\n", "\\n").Replace("\t", "\\t").Replace("${", "$${");
                if (text.Contains("$${") || text.Contains("$$"))
                {
                    return;
                }

                var expression = Expression.Parse(quote + written + quote);

                expression.Errors.ShouldBeEmpty();
                expression.Evaluate(Values).Value.GetString().ShouldBe(text);
            });

    private static bool IsInside(SyntaxError error, string text) =>
        error.Offset >= 0 && error.Length >= 0 && error.Offset + error.Length <= text.Length;

    // Printed with as few parentheses as precedence allows: 0 or, 1 and, 2 operand.
    private static Gen<(string Text, bool Holds)> Tree(int depth) => Tree(depth, 0);

    private static Gen<(string Text, bool Holds)> Tree(int depth, int level)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var negated = Gen.Select(Gen.OneOf("!", "not ", "! "), Tree(depth - 1, 2), (sign, inner) => (sign + inner.Text, !inner.Holds));
        var or = Gen.Select(Gen.OneOf(" || ", "||", " or "), Tree(depth - 1, 1), Tree(depth - 1, 1), (sign, a, b) =>
            (Parenthesise(a.Text + sign + b.Text, level > 0), a.Holds || b.Holds));
        var and = Gen.Select(Gen.OneOf(" && ", "&&", " and "), Tree(depth - 1, 2), Tree(depth - 1, 2), (sign, a, b) =>
            (Parenthesise(a.Text + sign + b.Text, level > 1), a.Holds && b.Holds));
        return Gen.OneOf(Leaf, negated, or, and, and, or);
    }

    private static string Parenthesise(string text, bool needed) => needed ? $"({text})" : text;
}
