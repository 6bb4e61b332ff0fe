namespace Binex.JsonSchema.Tests.Unevaluated;

public sealed class UnevaluatedPropertiesTests
{
    private const string Schema = """
        {"allOf":[{"properties":{"a":{"type":"string"}}},{"$ref":"#/$defs/more"}],
         "if":{"required":["a"]},"then":{"properties":{"c":true}},
         "unevaluatedProperties":false,
         "$defs":{"more":{"anyOf":[{"properties":{"b":{"type":"number"}},"required":["b"]},{"required":["a"]}]}}}
        """;

    [Fact]
    public void Validate_UnknownKey_OffersTheKeysOfAllThatApplies()
    {
        var error = TestSchema.Validate(Schema, """{"a":"","x":1}""").ShouldHaveSingleItem();

        error.InstancePointer.ShouldBe("/x");
        error.Keyword.ShouldBe("unevaluatedProperties");
        error.Candidates.ShouldBe(["a", "b", "c"], ignoreOrder: true);
    }

    [Fact]
    public void Validate_KnownKeyWithAWrongValue_IsNotReportedAsUnknownToo() =>
        TestSchema.Messages(Schema, """{"a":1}""").ShouldBe(["/a: must be a string, but is the number 1"]);

    [Fact]
    public void Validate_NoBranchAccepts_ItsKeysAreKnownAllTheSame() =>
        TestSchema.Messages(
            """{"anyOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"string"}},"required":["b"]}],"unevaluatedProperties":false}""",
            """{"a":1}""").ShouldNotContain(message => message.Contains("no key", StringComparison.Ordinal));
}
