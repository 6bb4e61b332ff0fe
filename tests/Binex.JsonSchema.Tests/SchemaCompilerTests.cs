using System.Text.Json;

namespace Binex.JsonSchema.Tests;

public sealed class SchemaCompilerTests
{
    [Theory]
    [InlineData("""{"type":"strnig"}""", "/type", "must be array, boolean, integer, null, number, object or string, but is 'strnig'")]
    [InlineData("""{"type":[]}""", "/type", "must name at least one type, but is empty")]
    [InlineData("""{"type":3}""", "/type", "must be a list of strings, but is the number 3")]
    [InlineData("""{"minimum":"1"}""", "/minimum", "must be a number, but is the string '1'")]
    [InlineData("""{"minLength":-1}""", "/minLength", "must be a whole number that is not negative, but is the number -1")]
    [InlineData("""{"minLength":1.5}""", "/minLength", "must be a whole number that is not negative, but is the number 1.5")]
    [InlineData("""{"multipleOf":0}""", "/multipleOf", "must be > 0, but is 0")]
    [InlineData("""{"required":["a","a"]}""", "/required", "must not name anything twice")]
    [InlineData("""{"required":"a"}""", "/required", "must be a list of strings, but is the string 'a'")]
    [InlineData("""{"properties":[]}""", "/properties", "must be an object, but is an array of 0 items")]
    [InlineData("""{"properties":{"a/b":3}}""", "/properties/a~1b", "must be a schema, which is an object, true or false, but is the number 3")]
    [InlineData("""{"items":[{}]}""", "/items", "must be a schema, which is an object, true or false, but is an array of 1 item")]
    [InlineData("""{"allOf":[]}""", "/allOf", "must have at least one schema, but is empty")]
    [InlineData("""{"anyOf":{}}""", "/anyOf", "must be a list of schemas, but is an object with 0 keys")]
    [InlineData("""{"enum":1}""", "/enum", "must be a list of values, but is the number 1")]
    [InlineData("""{"uniqueItems":1}""", "/uniqueItems", "must be a boolean, but is the number 1")]
    [InlineData("""{"pattern":"a("}""", "/pattern", "must be a regular expression, but 'a(' has a ( without a )")]
    [InlineData("""{"patternProperties":{"[":true}}""", "/patternProperties", "must be a regular expression, but '[' has a [ without a ]")]
    [InlineData("""{"$ref":"#/$defs/x","$defs":{"y":true}}""", "/$ref", "refers to '#/$defs/x', but there is no 'x' in '#/$defs'")]
    [InlineData("""{"$ref":"#x"}""", "/$ref", "refers to the anchor 'x', but '#' has none of that name")]
    [InlineData("""{"$ref":"other.json"}""", "/$ref", "refers to 'other.json', which is unknown: no schema here has that $id, and the resolver has none of that name")]
    [InlineData("""{"$id":"a#b"}""", "/$id", "must not have a fragment, but is 'a#b'; name the place with $anchor")]
    [InlineData("""{"$anchor":"1"}""", "/$anchor", "must be a letter or _ and then letters, digits, -, _ and ., but is '1'")]
    [InlineData("""{"$schema":"urn:x"}""", "/$schema", "names the dialect 'urn:x', which is not known; known are draft 2020-12 and draft-07, and what the resolver has")]
    [InlineData("""{"title":1}""", "/title", "must be a string, but is the number 1")]
    [InlineData("3", "", "must be a schema, which is an object, true or false, but is the number 3")]
    public void Compile_WrongSchema_SaysWhereAndWhy(string schema, string pointer, string message)
    {
        var error = TestSchema.CompileErrors(schema).ShouldHaveSingleItem();

        error.InstancePointer.ShouldBe(pointer);
        error.Message.ShouldBe(message);
        error.SchemaPointer.ShouldEndWith($"#{pointer}");
    }

    [Fact]
    public void Compile_SeveralMistakesAlsoInUnusedParts_FindsThemAll()
    {
        const string schema = """{"type":1,"properties":{"a":{"minimum":"x"}},"$defs":{"unused":{"pattern":"("}},"$ref":"#/nowhere"}""";

        var errors = TestSchema.CompileErrors(schema);

        errors.Select(error => error.InstancePointer).Order(StringComparer.Ordinal)
            .ShouldBe(["/$defs/unused/pattern", "/$ref", "/properties/a/minimum", "/type"]);
    }

    [Fact]
    public void Compile_UnknownReference_OffersWhatIsThere()
    {
        var error = TestSchema.CompileErrors("""{"$ref":"#/$defs/nmae","$defs":{"name":true,"age":true}}""").ShouldHaveSingleItem();

        error.Candidates.ShouldBe(["name", "age"]);
    }

    [Fact]
    public void Compile_UnknownType_OffersTheTypes() =>
        TestSchema.CompileErrors("""{"type":"int"}""").ShouldHaveSingleItem().Candidates.ShouldContain("integer");

    [Theory]
    [InlineData("""{"$ref":"#"}""", "refers to itself for the same value, so checking would never end: '#' → '#'")]
    [InlineData(
        """{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"anyOf":[{"type":"string"},{"$ref":"#"}]}}}""",
        "refers to itself for the same value, so checking would never end: '#' → '#/allOf/0' → '#/$defs/a' → '#/$defs/a/anyOf/1' → '#'")]
    public void Compile_SchemaThatNeverMovesOn_IsAnErrorThatShowsTheCircle(string schema, string message) =>
        TestSchema.CompileErrors(schema).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void Compile_RecursionThroughMembers_IsFine()
    {
        var schema = TestSchema.Compile("""{"type":"object","additionalProperties":{"$ref":"#"}}""");

        schema.IsValid(TestSchema.Parse("""{"a":{"b":{}}}""")).ShouldBeTrue();
        schema.IsValid(TestSchema.Parse("""{"a":{"b":1}}""")).ShouldBeFalse();
    }

    [Fact]
    public void Compile_Draft07Default_IgnoresWhatStandsBesideRef()
    {
        var options = new SchemaOptions { DefaultDialect = SchemaDialect.Draft07 };

        var schema = TestSchema.Compile("""{"$ref":"#/definitions/a","type":"string","definitions":{"a":{"type":"number"}}}""", options);

        schema.IsValid(TestSchema.Parse("1")).ShouldBeTrue();
    }

    [Fact]
    public void Compile_SchemaKeyword_DecidesOverTheDefault()
    {
        var options = new SchemaOptions { DefaultDialect = SchemaDialect.Draft07 };

        var schema = TestSchema.Compile("""{"$schema":"https://json-schema.org/draft/2020-12/schema","prefixItems":[{"type":"string"}]}""", options);

        schema.IsValid(TestSchema.Parse("[1]")).ShouldBeFalse();
    }

    [Fact]
    public void Compile_BaseUri_IsWhereRelativeReferencesStart()
    {
        var resolver = new FakeResolver { ["file:///schemas/part.json"] = """{"type":"number"}""" };
        var options = new SchemaOptions { BaseUri = new Uri("file:///schemas/root.json"), Resolver = resolver };

        var schema = TestSchema.Compile("""{"$ref":"part.json"}""", options);

        schema.Validate(TestSchema.Parse("\"\"")).ShouldHaveSingleItem().SchemaPointer.ShouldBe("file:///schemas/part.json#/type");
    }

    [Fact]
    public void Compile_NoValue_IsABugOfTheCaller() => Should.Throw<ArgumentException>(() => SchemaCompiler.Compile(default));

    [Fact]
    public void Compile_NamesThatAreNoUnicode_AreNamesLikeOthers()
    {
        var schema = SchemaCompiler.Compile(JsonElement.Parse("""{"properties":{"\ud800":{"const":"\udc00"}},"required":["\ud800"]}""")).Schema.ShouldNotBeNull();

        schema.IsValid(JsonElement.Parse("""{"\ud800":"\udc00"}""")).ShouldBeTrue();
        schema.Validate(JsonElement.Parse("""{"\ud800":"\ud800"}""")).Count.ShouldBe(1);
        schema.Validate(JsonElement.Parse("{}")).Count.ShouldBe(1);
    }
}
