using System.Text.Json;
using Binex.Core.Models;
using Binex.JsonSchema;
using Binex.Models.Simulation;

namespace Binex.Models.Tests.Simulation;

public sealed class SimulatedJsonTests
{
    public static TheoryData<string> Schemas =>
    [
        "{}",
        "true",
        """{"type":"object","properties":{"title":{"type":"string"},"score":{"type":"integer","minimum":1,"maximum":10}},"required":["title","score"],"additionalProperties":false}""",
        """{"type":"object","required":["a","b","c"]}""",
        """{"type":"array","items":{"type":"string"},"minItems":5,"maxItems":6,"uniqueItems":true}""",
        """{"type":"array","items":{"enum":["a","b","c"]},"minItems":3,"uniqueItems":true}""",
        """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false}""",
        """{"$schema":"http://json-schema.org/draft-07/schema#","type":"array","items":[{"type":"string"},{"type":"integer"}],"additionalItems":false}""",
        """{"type":"array","contains":{"const":7},"minContains":2,"minItems":2}""",
        """{"type":"array","maxItems":0}""",
        """{"enum":[null,"yes"]}""",
        """{"const":{"a":[1,2,{"b":null}]}}""",
        """{"type":["null","string"],"minLength":300}""",
        """{"type":"string","maxLength":5}""",
        """{"type":"string","maxLength":0}""",
        """{"type":"string","pattern":"^[A-Z]{3}-\\d{4}$"}""",
        """{"type":"string","pattern":"^(foo|ba[rz])+(\\.[a-z]+)?$","minLength":9}""",
        """{"type":"string","pattern":"^\\w+@[a-z0-9.-]+\\.(com|org)$"}""",
        """{"type":"string","pattern":"[^abc]"}""",
        """{"type":"string","format":"date"}""",
        """{"type":"string","format":"date-time"}""",
        """{"type":"string","format":"email"}""",
        """{"type":"string","format":"uri"}""",
        """{"type":"string","format":"uuid"}""",
        """{"type":"string","format":"ipv4"}""",
        """{"type":"string","format":"ipv6"}""",
        """{"type":"string","format":"time"}""",
        """{"type":"string","format":"duration"}""",
        """{"type":"string","format":"hostname"}""",
        """{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1}""",
        """{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.001}""",
        """{"type":"number","multipleOf":0.25,"minimum":3.1,"maximum":3.4}""",
        """{"type":"integer","exclusiveMinimum":5,"maximum":6}""",
        """{"type":"integer","multipleOf":7,"minimum":100}""",
        """{"type":"integer","maximum":-5}""",
        """{"type":"boolean"}""",
        """{"type":"null"}""",
        """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"required":["a","b"],"properties":{"b":{"type":"integer"},"a":{"minLength":40}}}]}""",
        """{"oneOf":[{"type":"object","properties":{"kind":{"const":"x"},"n":{"type":"integer"}},"required":["kind","n"]},{"type":"object","properties":{"kind":{"const":"y"}},"required":["kind"]}]}""",
        """{"anyOf":[{"type":"string","minLength":3},{"type":"integer"}]}""",
        """{"$ref":"#/$defs/person","$defs":{"person":{"type":"object","properties":{"name":{"type":"string"},"friends":{"type":"array","items":{"$ref":"#/$defs/person"}}},"required":["name"]}}}""",
        """{"$defs":{"tree":{"type":"object","properties":{"left":{"anyOf":[{"$ref":"#/$defs/tree"},{"type":"null"}]},"right":{"anyOf":[{"$ref":"#/$defs/tree"},{"type":"null"}]}},"required":["left","right"]}},"$ref":"#/$defs/tree"}""",
        """{"type":"object","additionalProperties":{"type":"integer"},"minProperties":3}""",
        """{"type":"object","additionalProperties":{"type":"integer"}}""",
        """{"type":"object","properties":{"a":true,"b":false}}""",
        """{"type":"object","properties":{"a":{"type":"string"}},"dependentRequired":{"a":["b"]}}""",
        """{"type":"object","properties":{"a":{"type":"boolean"}},"required":["a"],"if":{"properties":{"a":{"const":true}}},"then":{"required":["b"]}}""",
        """{"type":"integer","minimum":1,"maximum":3,"not":{"const":2}}""",
        """{"type":"object","properties":{"items":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"tags":{"type":"array","items":{"type":"string","minLength":2}},"when":{"type":"string","format":"date"}},"required":["name","tags","when"]},"minItems":2}},"required":["items"]}""",
    ];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Write_Schema_IsAcceptedByIt(string text)
    {
        var schema = JsonElement.Parse(text);
        var check = SchemaCompiler.Compile(schema, new SchemaOptions { AssertFormat = true }).Schema.ShouldNotBeNull();
        for (var seed = 0; seed < 25; seed++)
        {
            var written = Write(schema, seed);

            check.Validate(JsonElement.Parse(written)).ShouldBeEmpty($"seed {seed}: {written}");
        }
    }

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"array","items":{"type":"string"},"minItems":1000000},"minItems":1000000},"minItems":1000000}""")]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"allOf":[{"$ref":"#"},{"$ref":"#"}]}""")]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"$ref":"#"}}}""")]
    [InlineData("""{"type":"string","minLength":2000000000}""")]
    [InlineData("""{"type":"string","pattern":"((a*)*)*((((){999}){999}){999}){999}"}""")]
    [InlineData("""{"type":"string","pattern":"(((((("}""")]
    [InlineData("""{"type":"object","minProperties":1000000000}""")]
    [InlineData("""{"type":"integer","minimum":1e300}""")]
    [InlineData("""{"type":7,"enum":{},"required":"x","properties":[],"pattern":5,"allOf":{}}""")]
    [InlineData("""{"type":"object","required":["a","b","c"],"properties":{"a":{"$ref":"#"},"b":{"$ref":"#"},"c":{"$ref":"#"}}}""")]
    public void Write_HostileSchema_ComesToAnEnd(string text) =>
        JsonElement.Parse(Write(JsonElement.Parse(text), 1)).ValueKind.ShouldNotBe(JsonValueKind.Undefined);

    private static string Write(JsonElement schema, int seed) => new SimulatedJson(
        schema,
        SimulatedTopic.Of([new ChatMessage(ChatRole.User, "Review the article about whales: style, facts, sources")]),
        new Random(seed)).Write();
}
