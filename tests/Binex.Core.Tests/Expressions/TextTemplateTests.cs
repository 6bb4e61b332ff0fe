using Binex.Core.Expressions;
using Binex.Testing.Proofs;
using CsCheck;

namespace Binex.Core.Tests.Expressions;

public sealed class TextTemplateTests
{
    private static readonly FixedValues Values = FixedValues.Of(
        """
        {
          "user.x": "hello", "user.empty": "", "a.out": {"list": [1, {"deep": "found"}], "flag": true, "nothing": null}, "a.null": null,
          "a.status": "completed", "run.id": "r1", "item": ["p", "q"], "index": 3, "node-1.out_put": 1.50
        }
        """);

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("${user.x}", "\"hello\"")]
    [InlineData("<${user.x}>", "\"<hello>\"")]
    [InlineData("${user.x}${user.x}", "\"hellohello\"")]
    [InlineData("${a.out.list}", """[1, {"deep": "found"}]""")]
    [InlineData("${a.out.list[0]}", "1")]
    [InlineData("${a.out.list[1].deep}", "\"found\"")]
    [InlineData(" ${a.out.list[0]}", "\" 1\"")]
    [InlineData("${a.out.flag}", "true")]
    [InlineData("${a.out.nothing}", "null")]
    [InlineData("[${a.out.nothing}]", "\"[]\"")]
    [InlineData("${a.out.nothing.deeper[3].still}", "null")]
    [InlineData("${a.null.x}", "null")]
    [InlineData("${item[1]}", "\"q\"")]
    [InlineData("${index}", "3")]
    [InlineData("${node-1.out_put}", "1.50")]
    [InlineData("${ user.x }", "\"hello\"")]
    [InlineData("${user.missing:-fallback}", "\"fallback\"")]
    [InlineData("${user.empty:-fallback}", "\"fallback\"")]
    [InlineData("${a.null:-fallback}", "\"fallback\"")]
    [InlineData("${a.out.nope:-}", "\"\"")]
    [InlineData("${user.x:-fallback}", "\"hello\"")]
    [InlineData("${user.missing:-a:-b c}", "\"a:-b c\"")]
    [InlineData("$${user.x}", "\"${user.x}\"")]
    [InlineData("$$${user.x}", "\"$${user.x}\"")]
    [InlineData("$${${user.x}}", "\"${hello}\"")]
    [InlineData("${user.x}$${y}", "\"hello${y}\"")]
    [InlineData("$5 and $ {x} and }", "\"$5 and $ {x} and }\"")]
    public void Resolve_Template_PutsValuesIn(string text, string expected)
    {
        var template = TextTemplate.Parse(text);

        template.Errors.ShouldBeEmpty();
        var value = template.Resolve(Values);
        value.Missing.ShouldBeNull();
        value.Value.GetRawText().ShouldBe(expected);
    }

    [Theory]
    [InlineData("${user.missing}", "there is no user.missing")]
    [InlineData("x ${user.missing} y", "there is no user.missing")]
    [InlineData("${a.out.nope}", "${a.out.nope} has no 'nope'")]
    [InlineData("${a.out.list[2]}", "${a.out.list[2]} has no item 2")]
    [InlineData("${a.out.list.x}", "${a.out.list.x} has no 'x'")]
    [InlineData("${user.x[0]}", "${user.x[0]} has no item 0")]
    public void Resolve_NoValue_SaysWhich(string text, string expected) =>
        TextTemplate.Parse(text).Resolve(Values).Missing.ShouldBe(expected);

    [Theory]
    [InlineData("a ${user.x", 2, 8, "the reference is not closed: '}' is missing")]
    [InlineData("a ${} b", 2, 3, "'${}' is not a reference: it is empty")]
    [InlineData("${user}", 0, 7, "'${user}' is not a reference: 'user' alone says nothing")]
    [InlineData("${a..b}", 0, 7, "'${a..b}' is not a reference: '.' is not allowed in a name")]
    [InlineData("${a.}", 0, 5, "'${a.}' is not a reference: a name is missing after the dot")]
    [InlineData("${a.b c}", 0, 8, "'${a.b c}' is not a reference: ' ' is not allowed here")]
    [InlineData("${a.b[x]}", 0, 9, "'${a.b[x]}' is not a reference: an index is a number in brackets")]
    [InlineData("${a.b[-1]}", 0, 10, "'${a.b[-1]}' is not a reference: an index is a number in brackets")]
    [InlineData("${a.b[99999999999]}", 0, 19, "'${a.b[99999999999]}' is not a reference: an index is a number in brackets")]
    [InlineData("${[0]}", 0, 6, "'${[0]}' is not a reference: '[' is not allowed in a name")]
    [InlineData("${a[0]}", 0, 7, "'${a[0]}' is not a reference: 'a' alone says nothing")]
    public void Parse_Mistake_IsNamedWithItsPlaceAndStaysText(string text, int offset, int length, string message)
    {
        var template = TextTemplate.Parse(text);

        var error = template.Errors.ShouldHaveSingleItem();
        error.Message.ShouldStartWith(message);
        (error.Offset, error.Length).ShouldBe((offset, length));
        template.Segments.ShouldHaveSingleItem().Literal.ShouldBe(text);
    }

    [Fact]
    public void Parse_TrailingDot_IsAMistake() => TextTemplate.Parse("${a.b.}").Errors.ShouldHaveSingleItem().Message.ShouldContain("after the dot");

    [Fact]
    public void Parse_PathDeeperThan64_IsAMistake()
    {
        var error = TextTemplate.Parse("${a.b" + string.Concat(Enumerable.Repeat("[0]", 100)) + "}").Errors.ShouldHaveSingleItem();

        error.Message.ShouldContain("deeper than 64");
    }

    [Fact]
    public void Parse_VeryLongBrokenReference_QuotesOnlyItsBeginning()
    {
        var error = TextTemplate.Parse("${" + new string(' ', 5_000) + "!}").Errors.ShouldHaveSingleItem();

        error.Message.Length.ShouldBeLessThan(200);
        error.Length.ShouldBe(5_004);
    }

    [Fact]
    public void Parse_Roots_AreTold()
    {
        var references = TextTemplate.Parse("${user.a}${env.B}${n.out}${n.status}${n.status.x}${run.id}${budget.remaining}${item}${index}${iteration}").References;

        references.Select(reference => reference.Root).ShouldBe(
        [
            ReferenceRoot.User, ReferenceRoot.Env, ReferenceRoot.Output, ReferenceRoot.Status, ReferenceRoot.Output, ReferenceRoot.Run,
            ReferenceRoot.Budget, ReferenceRoot.Item, ReferenceRoot.Index, ReferenceRoot.Iteration,
        ]);
    }

    [Fact]
    public void Parse_AnyText_NeverThrowsAndStaysInside() =>
        RandomText.Any.Holds(
            3_000,
            text =>
            {
                var template = TextTemplate.Parse(text);

                template.Errors.All(error => error.Offset >= 0 && error.Length > 0 && error.Offset + error.Length <= text.Length).ShouldBeTrue();
                template.References.All(reference => text.Substring(reference.Offset, reference.Length) is ['$', '{', .., '}']).ShouldBeTrue();
            });

    [Fact]
    public void Resolve_OfManyReferencesToOneLongText_SaysThatItIsTooLong()
    {
        var values = FixedValues.Of($$"""{"a.output":"{{new string('x', 1_000_000)}}"}""");

        var value = TextTemplate.Parse(string.Concat(Enumerable.Repeat("${a.output} ", 1_000))).Resolve(values);

        value.Missing.ShouldBe("with ${a.output} the text has more than 16,777,216 characters");
    }

    [Fact]
    public void Parse_AnyTextWithItsPlaceholdersEscaped_IsThatText() =>
        RandomText.Any.Where(text => !text.Contains("$$")).Holds(
            2_000,
            text => TextTemplate.Parse(text.Replace("${", "$${")).Resolve(Values).Value.GetString().ShouldBe(text));
}
