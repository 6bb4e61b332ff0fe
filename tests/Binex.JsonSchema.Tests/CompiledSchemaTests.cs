using System.Text.Json;

namespace Binex.JsonSchema.Tests;

public sealed class CompiledSchemaTests
{
    [Theory]
    [InlineData("""{"type":"number"}""", "\"abc\"", ": must be a number, but is the string 'abc'")]
    [InlineData("""{"type":["string","null"]}""", "[1,2]", ": must be a string or null, but is an array of 2 items")]
    [InlineData("""{"type":"integer"}""", "1.5", ": must be an integer, but is the number 1.5")]
    [InlineData("""{"required":["name"]}""", "{}", ": is missing the key 'name'")]
    [InlineData("""{"properties":{"a":{"minimum":0}}}""", """{"a":-1}""", "/a: must be >= 0, but is -1")]
    [InlineData("""{"exclusiveMaximum":3}""", "3.0", ": must be < 3, but is 3.0")]
    [InlineData("""{"multipleOf":0.1}""", "0.35", ": must be a multiple of 0.1, but is 0.35")]
    [InlineData("""{"minLength":3}""", "\"ab\"", ": must have at least 3 characters, but has 2")]
    [InlineData("""{"maxItems":1}""", "[1,2]", ": must have at most 1 item, but has 2")]
    [InlineData("""{"minProperties":1}""", "{}", ": must have at least 1 key, but has 0")]
    [InlineData("""{"enum":["a","b",3]}""", "\"c\"", ": must be 'a', 'b' or 3, but is the string 'c'")]
    [InlineData("""{"const":null}""", "false", ": must be null, but is false")]
    [InlineData("""{"pattern":"^a+$"}""", "\"b\"", ": must match the pattern '^a+$', but is the string 'b'")]
    [InlineData("""{"uniqueItems":true}""", "[1,2,1.0]", ": must not have two equal items, but item 2 repeats an earlier one: 1.0")]
    [InlineData("""{"properties":{"name":true},"additionalProperties":false}""", """{"nmae":1}""", "/nmae: is not allowed: there is no key 'nmae' here")]
    [InlineData("""{"properties":{"a":false}}""", """{"a":1}""", "/a: is not allowed here")]
    [InlineData("""{"prefixItems":[true],"items":false}""", "[1,2]", "/1: is an item too many: there may be at most 1 item")]
    [InlineData("""{"contains":{"type":"string"}}""", "[1]", ": must have an item that matches the schema in 'contains', but has none")]
    [InlineData("""{"not":{"type":"string"}}""", "\"x\"", ": must not be a string")]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", """{"ab":1}""", "/ab: is a key that must have at most 1 character, but has 2")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", ": has the key 'a', and then must have the key 'b'")]
    [InlineData("""{"if":{"type":"string"},"then":{"minLength":2}}""", "\"x\"", ": must have at least 2 characters, but has 1")]
    [InlineData("""{"items":{"oneOf":[{"minimum":1},{"minimum":2}]}}""", "[3]", "/0: must match exactly one of 2 schemas, but matches more than one: '#/items/oneOf/0' and '#/items/oneOf/1'")]
    [InlineData("false", "1", ": is not allowed here")]
    public void Validate_OneMistake_SaysWhatIsWrongInASentence(string schema, string instance, string expected) =>
        TestSchema.Messages(schema, instance).ShouldBe([expected]);

    [Fact]
    public void Validate_SeveralMistakes_FindsThemAll()
    {
        const string schema = """
            {"type":"object","required":["id","name"],"properties":{"name":{"type":"string"},"tags":{"items":{"type":"string"}}},"additionalProperties":false}
            """;

        var errors = TestSchema.Validate(schema, """{"name":1,"tags":["a",2,3],"extra":0,"more":0}""");

        errors.Select(error => error.InstancePointer).ShouldBe(["", "/name", "/tags/1", "/tags/2", "/extra", "/more"]);
    }

    [Fact]
    public void Validate_PlaceWithStrangeNames_PointsAtIt()
    {
        var error = TestSchema.Validate("""{"properties":{"a/b~c":{"items":{"type":"null"}}}}""", """{"a/b~c":[1]}""").ShouldHaveSingleItem();

        error.InstancePointer.ShouldBe("/a~1b~0c/0");
        error.SchemaPointer.ShouldBe("#/properties/a~1b~0c/items/type");
        error.Keyword.ShouldBe("type");
    }

    [Fact]
    public void Validate_SchemaWithId_NamesItInTheSchemaPointer()
    {
        const string schema = """{"$id":"https://example.com/root","properties":{"a":{"$ref":"part#/$defs/n"}},"$defs":{"p":{"$id":"part","$defs":{"n":{"type":"number"}}}}}""";

        var error = TestSchema.Validate(schema, """{"a":""}""").ShouldHaveSingleItem();

        error.SchemaPointer.ShouldBe("https://example.com/part#/$defs/n/type");
    }

    [Fact]
    public void Validate_UnknownKey_OffersTheKnownOnes()
    {
        var error = TestSchema.Validate("""{"properties":{"name":true,"age":true},"additionalProperties":false}""", """{"nmae":1}""").ShouldHaveSingleItem();

        error.Keyword.ShouldBe("additionalProperties");
        error.SchemaPointer.ShouldBe("#/additionalProperties");
        error.Candidates.ShouldBe(["name", "age"]);
    }

    [Fact]
    public void Validate_ValueOutsideOfEnum_OffersTheValuesAsText()
    {
        var error = TestSchema.Validate("""{"enum":["a b",1.50,null,{"k":[1]}]}""", "2").ShouldHaveSingleItem();

        error.Candidates.ShouldBe(["a b", "1.50", "null", """{"k":[1]}"""]);
    }

    [Fact]
    public void Validate_LongAndDirtyValue_IsShownShortAndClean()
    {
        var text = JsonSerializer.Serialize("line\n\u001b[31m" + new string('x', 5_000));

        var message = TestSchema.Validate("""{"type":"number"}""", text).ShouldHaveSingleItem().Message;

        message.ShouldStartWith("must be a number, but is the string 'line\\u000a\\u001b[31mxxx");
        message.ShouldEndWith("x…'");
        message.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Validate_SchemaDocumentDisposed_StillWorks()
    {
        CompiledSchema schema;
        using (var document = JsonDocument.Parse("""{"enum":["a"]}"""))
        {
            schema = SchemaCompiler.Compile(document.RootElement).Schema!;
        }

        schema.Validate(TestSchema.Parse("\"b\"")).ShouldHaveSingleItem().Candidates.ShouldBe(["a"]);
    }

    [Fact]
    public void Validate_ManyThreads_AllSeeTheSame()
    {
        var schema = TestSchema.Compile("""{"items":{"anyOf":[{"type":"string","pattern":"^a"},{"type":"integer","minimum":3}]},"unevaluatedItems":false}""");
        var instance = TestSchema.Parse("""["abc",5,"b",1,null]""");
        var expected = schema.Validate(instance).Select(error => error.ToString()).ToArray();

        var results = new string[2_000][];
        Parallel.For(0, results.Length, i => results[i] = [.. schema.Validate(instance).Select(error => error.ToString())]);

        expected.Length.ShouldBe(3);
        results.ShouldAllBe(result => result.SequenceEqual(expected));
    }

    [Fact]
    public void Validate_ElementWithoutValue_IsABugOfTheCaller() =>
        Should.Throw<ArgumentException>(() => TestSchema.Compile("true").Validate(default));
}
