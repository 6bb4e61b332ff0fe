using Binex.Validation.Documents.Scalars;

namespace Binex.Validation.Tests.Documents;

public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("tRUE")]
    [InlineData("nUll")]
    [InlineData("1_000")]
    [InlineData("0b1")]
    [InlineData("0o8")]
    [InlineData("0x")]
    [InlineData("0o")]
    [InlineData("+0x1")]
    [InlineData("1:30")]
    [InlineData("2001-01-01")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e3")]
    [InlineData("1.2.3")]
    [InlineData("+.nan")]
    [InlineData("١")]
    public void TypeOf_TextOfOtherSchemas_IsText(string text) => CoreSchema.TypeOf(text).Kind.ShouldBe(ScalarKind.Text);

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("NULL")]
    public void TypeOf_Null_IsNull(string text) => CoreSchema.TypeOf(text).Kind.ShouldBe(ScalarKind.Null);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-12", "-12")]
    [InlineData("+12", "12")]
    [InlineData("0014", "14")]
    [InlineData("0o14", "12")]
    [InlineData("0xfF", "255")]
    [InlineData("00", "0")]
    public void TypeOf_Integer_GivesItsJson(string text, string json) => CoreSchema.TypeOf(text).ShouldBe(new ScalarType(ScalarKind.Integer, json));

    [Theory]
    [InlineData("1.", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5e3", "-0.5e3")]
    [InlineData("01.50", "1.50")]
    [InlineData("1e3", "1e3")]
    [InlineData("+1.0E-2", "1.0E-2")]
    [InlineData(".inf", null)]
    [InlineData("-.INF", null)]
    [InlineData(".NaN", null)]
    public void TypeOf_Number_GivesItsJson(string text, string? json) => CoreSchema.TypeOf(text).ShouldBe(new ScalarType(ScalarKind.Number, json));
}
