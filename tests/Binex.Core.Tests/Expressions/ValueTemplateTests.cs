using System.Text.Json;
using Binex.Core.Expressions;

namespace Binex.Core.Tests.Expressions;

public sealed class ValueTemplateTests
{
    private static readonly FixedValues Values = FixedValues.Of("""{"user.x": "hello", "a.list": [1, 2], "a.null": null}""");

    [Theory]
    [InlineData("\"${a.list}\"", "[1,2]")]
    [InlineData("\"n: ${a.list[1]}\"", "\"n: 2\"")]
    [InlineData("\"$${x}\"", "\"${x}\"")]
    [InlineData("\"plain\"", "\"plain\"")]
    [InlineData("3.10", "3.10")]
    [InlineData("null", "null")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("""{"k": ["${user.x}", {"deep": "${a.list}"}], "n": "${a.null}", "t": true}""", """{"k":["hello",{"deep":[1,2]}],"n":null,"t":true}""")]
    public void Resolve_AnyDepth_PutsValuesIn(string json, string expected)
    {
        var value = ValueTemplate.Parse(JsonElement.Parse(json)).Resolve(Values);

        value.Missing.ShouldBeNull();
        Core.Json.JsonValues.Array([value.Value]).GetRawText().ShouldBe($"[{expected}]");
    }

    [Theory]
    [InlineData("\"${user.gone}\"")]
    [InlineData("[1, \"${user.gone}\"]")]
    [InlineData("{\"a\": {\"b\": \"x ${user.gone}\"}}")]
    public void Resolve_NoValue_SaysWhich(string json) =>
        ValueTemplate.Parse(JsonElement.Parse(json)).Resolve(Values).Missing.ShouldBe("there is no user.gone");

    [Fact]
    public void References_AtAnyDepth_AreInOrder() =>
        ValueTemplate.Parse(JsonElement.Parse("""{"k": ["${user.x}", {"deep": "${a.list} ${item}"}], "z": "${index}"}"""))
            .References.Select(reference => reference.ToString()).ShouldBe(["${user.x}", "${a.list}", "${item}", "${index}"]);
}
