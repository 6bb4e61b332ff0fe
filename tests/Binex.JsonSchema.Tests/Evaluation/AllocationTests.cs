namespace Binex.JsonSchema.Tests.Evaluation;

public sealed class AllocationTests
{
    [Theory]
    [InlineData(
        """
        {"type":"object","required":["id","tags"],"additionalProperties":false,"patternProperties":{"^x-":true},
         "properties":{"id":{"type":"integer","minimum":1,"multipleOf":1},"tags":{"items":{"type":"string","minLength":1,"pattern":"^[a-z]+$"},"uniqueItems":true},
         "kind":{"enum":["a","b",{"c":1}]},"next":{"anyOf":[{"type":"null"},{"$ref":"#"}]}}}
        """,
        """{"id":12,"tags":["x","y"],"kind":"b","next":{"id":1,"tags":[],"next":null},"x-free":[1,2]}""")]
    [InlineData(
        """{"allOf":[{"properties":{"a":true}},{"anyOf":[{"properties":{"b":{"type":"string"}}},{"properties":{"b":{"type":"number"}}}]}],"unevaluatedProperties":false}""",
        """{"a":1,"b":2}""")]
    [InlineData(
        """{"$ref":"https://json-schema.org/draft/2020-12/schema"}""",
        """{"type":"object","properties":{"a":{"items":{"not":{"type":["null","string"]}}}},"required":["a"]}""")]
    public void Validate_ValidInstance_AllocatesNothing(string schemaText, string instanceText)
    {
        var schema = TestSchema.Compile(schemaText);
        var instance = TestSchema.Parse(instanceText);
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            schema.IsValid(instance).ShouldBeTrue();
            schema.Validate(instance).ShouldBeEmpty();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            schema.IsValid(instance);
            schema.Validate(instance);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
