using Binex.Core.Expressions;

namespace Binex.Core.Tests.Expressions;

public sealed class ExpressionErrorTests
{
    [Theory]
    [InlineData("", 0, 0, "the expression is empty", "leave the key out")]
    [InlineData(" \n", 0, 2, "the expression is empty", "leave the key out")]
    [InlineData("1 ==", 4, 0, "the expression ends where a value is expected", null)]
    [InlineData("== 1", 0, 2, "'==' stands where a value is expected", null)]
    [InlineData("${a.x} == && true", 10, 2, "'&&' stands where a value is expected", null)]
    [InlineData("${a.x} == and true", 10, 3, "'and' stands where a value is expected", null)]
    [InlineData("'abc", 0, 4, "the text is not closed: ' is missing", null)]
    [InlineData("1 == \"abc", 5, 4, "the text is not closed: \" is missing", null)]
    [InlineData("(1 == 1", 0, 1, "'(' is not closed", null)]
    [InlineData("1 == 1)", 6, 1, "')' closes nothing", null)]
    [InlineData("[1, 2", 0, 1, "'[' is not closed", null)]
    [InlineData("[1, 2)", 5, 1, "')' closes nothing", null)]
    [InlineData("[1,]", 3, 1, "']' stands where a value is expected", null)]
    [InlineData("1, 2", 1, 1, "',' stands outside a list", null)]
    [InlineData("lenght(${a.x}) > 3", 0, 6, "there is no function 'lenght'", "did you mean 'length'?")]
    [InlineData("1 == lenght(${a.x})", 5, 6, "there is no function 'lenght'", "did you mean 'length'?")]
    [InlineData("frobnicate(1)", 0, 10, "there is no function 'frobnicate'", "the functions are length, lower, upper, trim, json, exists")]
    [InlineData("length()", 0, 6, "'length' takes one value, not 0", null)]
    [InlineData("length(1, 2)", 0, 6, "'length' takes one value, not 2", null)]
    [InlineData("length", 0, 6, "'length' is neither a value nor a function", "did you mean 'length'")]
    [InlineData("approved == ${a.x}", 0, 8, "'approved' is neither a value nor a function", "write a text in quotes: 'approved'")]
    [InlineData("ture", 0, 4, "'ture' is neither a value nor a function", "did you mean 'true'?")]
    [InlineData("${a.x} contains urgent", 16, 6, "'urgent' is neither a value nor a function", "write a text in quotes: 'urgent'")]
    [InlineData("${a.x} contain 'x'", 7, 7, "'contain' is no operator", "did you mean 'contains'?")]
    [InlineData("${a.x} equals 'x'", 7, 6, "'equals' is no operator", "quotes")]
    [InlineData("1 2", 2, 1, "'2' follows a value without an operator between them", "such as")]
    [InlineData("1 == 'a' b", 9, 1, "'b' is no operator", "quotes")]
    [InlineData("1 < 2 < 3", 6, 1, "'<' compares the result of a comparison", "&&")]
    [InlineData("${a.x} == ${b.x} == ${c.x}", 17, 2, "'==' compares the result of a comparison", "&&")]
    [InlineData("${a.x} == b == c", 12, 2, "'==' compares the result of a comparison", "&&")]
    [InlineData("${a.x} = 1", 7, 1, "the character '=' means nothing in an expression", "write '==' to compare")]
    [InlineData("true & false", 5, 1, "the character '&' means nothing in an expression", "&&")]
    [InlineData("true | false", 5, 1, "the character '|' means nothing in an expression", "||")]
    [InlineData("1 < 😀", 4, 2, "the character '😀' means nothing in an expression", "quotes")]
    [InlineData("1 < \u0001", 4, 1, "the character U+0001 means nothing in an expression", "quotes")]
    [InlineData("1 < 3d", 4, 2, "'3d' is not a number", "write a text in quotes: '3d'")]
    [InlineData("1e99 > 1", 0, 4, "'1e99' is not a number", "quotes")]
    [InlineData("1 < 2 ${a", 6, 3, "the reference is not closed: '}' is missing", "$${")]
    [InlineData("${} == 1", 0, 3, "'${}' is not a reference: it is empty", "$${")]
    [InlineData("'x${a}' == 1", 2, 4, "'${a}' is not a reference: 'a' alone says nothing", "$${")]
    [InlineData("${a.x} matches '('", 15, 3, "'(' is not a regular expression: InsufficientClosingParentheses at character 2", null)]
    [InlineData("${a.x} matches '(?=x)'", 15, 7, "'(?=x)' cannot be matched in linear time", null)]
    [InlineData("${a.x} matches '((x{1000}){1000}){1000}'", 15, 25, "'((x{1000}){1000}){1000}' cannot be matched in linear time", null)]
    public void Parse_Mistake_IsNamedWithItsPlace(string text, int offset, int length, string message, string? hint)
    {
        var error = Expression.Parse(text).Errors.ShouldHaveSingleItem();

        error.Message.ShouldStartWith(message);
        error.Hint.ShouldSatisfyAllConditions(written => (written is null).ShouldBe(hint is null), written => (written ?? "").ShouldContain(hint ?? ""));
        (error.Offset, error.Length).ShouldBe((offset, length));
    }

    [Fact]
    public void Parse_SixtyFourLevels_IsRead() => Expression.Parse(new string('(', 64) + "1" + new string(')', 64)).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("!")]
    [InlineData("not ")]
    [InlineData("lower(")]
    [InlineData("1 == (")]
    public void Parse_DeeperThan64_IsAnError(string opening)
    {
        var error = Expression.Parse(string.Concat(Enumerable.Repeat(opening, 2000))).Errors.ShouldHaveSingleItem();

        error.Message.ShouldBe("the expression is nested deeper than 64");
    }

    [Fact]
    public void Parse_TooLong_IsAnError()
    {
        var error = Expression.Parse(new string('1', 20_000)).Errors.ShouldHaveSingleItem();

        error.Message.ShouldBe("the expression is longer than 16384 characters");
    }

    [Fact]
    public void Parse_HalfACharacter_IsAnError()
    {
        var error = Expression.Parse("true && '\ud800'").Errors.ShouldHaveSingleItem();

        (error.Offset, error.Length).ShouldBe((9, 1));
        error.Message.ShouldStartWith("the text has half a character here");
    }

    [Fact]
    public void Parse_SeveralReadableMistakes_NamesAll() =>
        Expression.Parse("'${}' == 1 && '${a}' == 2").Errors.Count.ShouldBe(2);

    [Fact]
    public void References_Everywhere_AreInOrderWithOffsets()
    {
        const string Text = "length(${a.x}) > 1 && (${b.y} == v${user.v}-rc || '${c.z:-q}' in [${item}])";

        var references = Expression.Parse(Text).References;

        references.Select(reference => Text.Substring(reference.Offset, reference.Length))
            .ShouldBe(["${a.x}", "${b.y}", "${user.v}", "${c.z:-q}", "${item}"]);
        references[3].Default.ShouldBe("q");
    }
}
