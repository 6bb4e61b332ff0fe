using Binex.Core.Expressions;

namespace Binex.Core.Tests.Expressions;

public sealed class ExpressionEvaluationTests
{
    private static readonly FixedValues Values = FixedValues.Of(
        """
        {
          "a.text": "needs review", "a.approved": "approved", "a.empty": "", "a.three": 3, "a.threeText": "3", "a.big": 1e300, "a.bigger": 1e301,
          "a.yes": true, "a.no": false, "a.yesText": "True", "a.null": null, "a.list": ["x", 2, null, {"k": [1]}], "a.none": [],
          "a.object": {"k": 1, "n": null}, "a.json": "{\"k\": 1.0, \"n\": null}", "a.broken": "{\"k\":", "a.tag": "v1.2-rc", "a.days": "3d",
          "a.emoji": "a😀", "a.pattern": "^n.*w$", "a.badPattern": "(", "a.code": 404, "a.ten": "10", "a.nine": "9", "user.v": "1.2", "item": {"score": 7},
          "my-node.out-put": "x", "a.spaced": " 42\n", "a.not": "not approved", "a.html": "<none>", "a.paren": "done (twice)", "run.spent": 0.25
        }
        """);

    [Theory]
    [InlineData("true", true)]
    [InlineData("${a.yes}", true)]
    [InlineData("${a.no}", false)]
    [InlineData("${a.text}", true)]
    [InlineData("${a.empty}", false)]
    [InlineData("${a.none}", false)]
    [InlineData("${a.list}", true)]
    [InlineData("${a.null}", false)]
    [InlineData("${a.missing}", false)]
    [InlineData("${a.big}", true)]
    [InlineData("'False'", false)]
    [InlineData("' false '", false)]
    [InlineData("'0'", true)]
    [InlineData("0", false)]
    [InlineData("-0.5", true)]
    [InlineData("[]", false)]
    [InlineData("[0]", true)]
    public void Holds_Value_IsItsTruth(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Theory]
    [InlineData("true || false && false", true)]
    [InlineData("(true || false) && false", false)]
    [InlineData("true or false and false", true)]
    [InlineData("not true or true", true)]
    [InlineData("!true == false", true)]
    [InlineData("!(1 == 1)", false)]
    [InlineData("not not ${a.yes}", true)]
    [InlineData("1 == 1 and 2 == 2 and 3 == 4", false)]
    [InlineData("1 < 2 && 2 < 3 || false", true)]
    public void Holds_Operators_FollowPrecedence(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Theory]
    [InlineData("${a.text} == needs review", true)]
    [InlineData("${a.text} != needs review", false)]
    [InlineData("${a.text} ==needs review && true", true)]
    [InlineData("${a.text} == needs review and ${a.yes}", true)]
    [InlineData("(${a.text} == needs review)", true)]
    [InlineData("${a.text} == other or ${a.text} == needs review", true)]
    [InlineData("${a.days} == 3d", true)]
    [InlineData("${a.days} != 3d", false)]
    [InlineData("${a.tag} == v1.2-rc", true)]
    [InlineData("${a.tag} == v${user.v}-rc", true)]
    [InlineData("'1.2-rc' == ${user.v}-rc", true)]
    [InlineData("'x 1.2' == x ${user.v}", true)]
    [InlineData("${a.not} == not approved", true)]
    [InlineData("${a.html} == <none>", true)]
    [InlineData("${a.paren} == done (twice)", true)]
    [InlineData("(${a.paren} == done (twice)) && true", true)]
    [InlineData("${a.three} == 3", true)]
    [InlineData("${a.yes} == true", true)]
    [InlineData("${a.yes} == yes", false)]
    [InlineData("'android' == android", true)]
    [InlineData("'rock and' == rock and", true)]
    [InlineData("'sand or(' == x", false)]
    [InlineData("'it\\'s' == it's", true)]
    [InlineData("'a\nb' == a\nb", true)]
    [InlineData("${a.no} == not ${a.yes}", true)]
    [InlineData("${a.no} == not(${a.yes})", true)]
    [InlineData("2 == length(${a.emoji})", true)]
    [InlineData("${a.text} == needs ${a.missing}", false)]
    [InlineData("${a.text} != needs ${a.missing}", false)]
    [InlineData("'$${' == $${", true)]
    public void Holds_BareTextOnTheRight_IsText(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Theory]
    [InlineData("${a.null} == null", true)]
    [InlineData("${a.missing} == null", true)]
    [InlineData("null == ${a.missing}", true)]
    [InlineData("${a.text} == null", false)]
    [InlineData("${a.text} != null", true)]
    [InlineData("${a.missing} != null", false)]
    [InlineData("null == null", true)]
    [InlineData("${a.missing} == ''", false)]
    [InlineData("${a.missing} != ''", false)]
    [InlineData("${a.missing} == ${a.null}", false)]
    [InlineData("${a.missing} != ${a.null}", false)]
    [InlineData("${a.null} < 1", false)]
    [InlineData("${a.null} in [1]", false)]
    [InlineData("${a.list} contains null", false)]
    [InlineData("${a.list} contains ${a.null}", false)]
    [InlineData("${a.missing} matches '.*'", false)]
    [InlineData("'x' matches ${a.missing}", false)]
    [InlineData("${a.missing:-x} == x", true)]
    public void Holds_Null_OnlyEqualsTheLiteral(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Theory]
    [InlineData("${a.three} == ${a.threeText}", true)]
    [InlineData("${a.threeText} == 3.0", true)]
    [InlineData("${a.spaced} == 42", true)]
    [InlineData("${a.three} == 'x'", false)]
    [InlineData("${a.three} != 'x'", true)]
    [InlineData("${a.yes} == 'TRUE'", true)]
    [InlineData("${a.yesText} == true", true)]
    [InlineData("${a.yesText} == ${a.no}", false)]
    [InlineData("${a.text} == true", false)]
    [InlineData("${a.yes} == 1", false)]
    [InlineData("'A' == 'a'", false)]
    [InlineData("'3' == '3.0'", false)]
    [InlineData("${a.object} == ${a.json}", true)]
    [InlineData("${a.json} == ${a.object}", true)]
    [InlineData("${a.object} == ${a.list}", false)]
    [InlineData("${a.object} == 'x'", false)]
    [InlineData("${a.object} == ${a.broken}", false)]
    [InlineData("${a.object} != 3", true)]
    [InlineData("['x', 2, null, ${a.list[3]}] == ${a.list}", true)]
    [InlineData("${a.big} == ${a.big}", true)]
    [InlineData("${a.big} < ${a.bigger}", true)]
    [InlineData("${a.big} > 5", true)]
    [InlineData("0.1 == 0.10", true)]
    [InlineData("1e3 == 1000", true)]
    public void Holds_EqualityAcrossTypes_ComparesWhatIsMeant(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Theory]
    [InlineData("${a.ten} > ${a.nine}", true)]
    [InlineData("'10' < '9a'", true)]
    [InlineData("'b' > 'a'", true)]
    [InlineData("'a' <= 'a'", true)]
    [InlineData("3 >= 4", false)]
    [InlineData("${a.text} < 3", false)]
    [InlineData("${a.text} >= 3", false)]
    [InlineData("${a.yes} < 2", false)]
    [InlineData("${a.list} < ${a.list}", false)]
    [InlineData("${a.list} <= ${a.list}", false)]
    [InlineData("${item.score} >= 7", true)]
    [InlineData("${run.spent} < 0.3", true)]
    [InlineData("${my-node.out-put} < 'y'", true)]
    public void Holds_Order_IsOfNumbersOrTexts(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Theory]
    [InlineData("${a.text} contains 'review'", true)]
    [InlineData("${a.text} contains 'Review'", false)]
    [InlineData("${a.list} contains 'x'", true)]
    [InlineData("${a.list} contains '2'", true)]
    [InlineData("${a.list} contains 3", false)]
    [InlineData("${a.object} contains 'n'", true)]
    [InlineData("${a.object} contains 'z'", false)]
    [InlineData("${a.text} contains ${a.list}", false)]
    [InlineData("${a.code} contains 0", true)]
    [InlineData("${a.approved} in ['approved', 'accepted']", true)]
    [InlineData("${a.approved} in []", false)]
    [InlineData("${a.three} in [1, 2, 3]", true)]
    [InlineData("'k' in ${a.object}", true)]
    [InlineData("'view' in ${a.text}", true)]
    [InlineData("${a.text} startsWith 'needs'", true)]
    [InlineData("${a.text} endsWith 'needs'", false)]
    [InlineData("${a.code} startsWith 4", true)]
    [InlineData("${a.list} startsWith '['", false)]
    [InlineData("${a.text} matches '^needs\\s\\w+$'", true)]
    [InlineData("${a.text} matches '^needs\\\\s'", true)]
    [InlineData("${a.text} matches 'NEEDS'", false)]
    [InlineData("${a.text} matches '(?i)NEEDS'", true)]
    [InlineData("${a.text} matches ${a.pattern}", true)]
    [InlineData("${a.code} matches '^4'", true)]
    [InlineData("${a.list} matches '.'", false)]
    public void Holds_TextAndListOperators_Work(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Theory]
    [InlineData("length(${a.emoji})", "2")]
    [InlineData("length(${a.list})", "4")]
    [InlineData("length(${a.object})", "2")]
    [InlineData("length(${a.missing})", "0")]
    [InlineData("length(${a.code})", "3")]
    [InlineData("lower('ÄB')", "\"äb\"")]
    [InlineData("upper(${a.approved})", "\"APPROVED\"")]
    [InlineData("upper(${a.missing})", "null")]
    [InlineData("trim('  x\\n')", "\"x\"")]
    [InlineData("json(${a.json})", """{"k": 1.0, "n": null}""")]
    [InlineData("json(${a.object})", """{"k": 1, "n": null}""")]
    [InlineData("json(json('\"[1]\"'))", "[1]")]
    [InlineData("exists(${a.null})", "false")]
    [InlineData("exists(${a.missing})", "false")]
    [InlineData("exists(${a.empty})", "true")]
    [InlineData("exists(json(${a.broken}))", "false")]
    [InlineData("1 == 1", "true")]
    [InlineData("1.50", "1.50")]
    [InlineData("'a\\tb\\\"\\'\\\\ \\d'", "\"a\\tb\\\"'\\\\ \\\\d\"")]
    [InlineData("\"it's\"", "\"it's\"")]
    [InlineData("'${a.object}'", """{"k": 1, "n": null}""")]
    [InlineData("'v${user.v} $${x}'", "\"v1.2 ${x}\"")]
    [InlineData("[1, ${a.missing}, ['x']]", """[1,null,["x"]]""")]
    [InlineData("${a.missing}", "null")]
    [InlineData("${a.text}", "\"needs review\"")]
    [InlineData("''", "\"\"")]
    public void Evaluate_Value_IsJson(string text, string expected) => Evaluate(text).ShouldBe(expected);

    [Theory]
    [InlineData("json(${a.broken})", "json() was given a text that is not JSON: it breaks at line 1, byte 6")]
    [InlineData("json(${a.broken}) == 1", "json() was given a text that is not JSON: it breaks at line 1, byte 6")]
    [InlineData("1 == length(json(${a.broken}))", "json() was given a text that is not JSON: it breaks at line 1, byte 6")]
    [InlineData("true && !json(${a.broken})", "json() was given a text that is not JSON: it breaks at line 1, byte 6")]
    [InlineData("${a.text} matches ${a.badPattern}", "'(' is not a regular expression: InsufficientClosingParentheses at character 2")]
    public void Evaluate_NoValue_SaysWhy(string text, string expected)
    {
        var expression = Expression.Parse(text);

        expression.Errors.ShouldBeEmpty();
        expression.Evaluate(Values).Missing.ShouldBe(expected);
        expression.Holds(Values).ShouldBeFalse();
    }

    [Theory]
    [InlineData("false && json(${a.broken})", false)]
    [InlineData("true || json(${a.broken})", true)]
    [InlineData("${a.missing} != null and json(${a.missing}) == 3", false)]
    public void Holds_DecidedByTheLeft_LeavesTheRightAlone(string text, bool expected) => Holds(text).ShouldBe(expected);

    [Fact]
    public void Evaluate_WithMistakes_Throws() => Should.Throw<InvalidOperationException>(() => Expression.Parse("1 ==").Evaluate(Values));

    [Fact]
    public void Holds_LongChain_IsNoDeepTree() =>
        Holds(string.Join(" && ", Enumerable.Repeat("1==1", 2000))).ShouldBeTrue();

    private static bool Holds(string text) => Parse(text).Holds(Values);

    private static string Evaluate(string text)
    {
        var value = Parse(text).Evaluate(Values);
        value.Missing.ShouldBeNull();
        return value.Value.GetRawText();
    }

    private static Expression Parse(string text)
    {
        var expression = Expression.Parse(text);
        expression.Errors.ShouldBeEmpty();
        return expression;
    }
}
