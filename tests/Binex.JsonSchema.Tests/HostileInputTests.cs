using System.Text;
using System.Text.Json;

namespace Binex.JsonSchema.Tests;

/// <summary>Schemas and instances made to hang, to crash or to eat memory. Each must end in a count of steps, never by the clock.</summary>
public sealed class HostileInputTests
{
    [Fact]
    public void Validate_BranchesThatDoubleAtEveryLevel_IsTooExpensive()
    {
        var schema = Doubling("allOf", 64, "true");

        TestSchema.Validate(schema, "1", new SchemaOptions { MaxSteps = 500_000 }).ShouldHaveSingleItem().Message
            .ShouldBe("cannot be checked: the schema is too expensive for this value, it takes more than 500000 steps");
    }

    [Theory]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    public void Validate_FailingBranchesThatDouble_IsTooExpensive(string keyword) =>
        TestSchema.Validate(Doubling(keyword, 64, "false"), "1", new SchemaOptions { MaxSteps = 100_000 })
            .ShouldHaveSingleItem().Message.ShouldContain("too expensive");

    [Theory]
    [InlineData("not")]
    [InlineData("if")]
    public void Validate_LimitReachedWhereFailingMeansSuccess_IsStillAnError(string keyword)
    {
        var schema = $$"""{"{{keyword}}":{"$ref":"#/$defs/l0"},{{Definitions("allOf", 64, "true")}} }""";

        TestSchema.Validate(schema, "1", new SchemaOptions { MaxSteps = 10_000 }).ShouldHaveSingleItem().Message.ShouldContain("too expensive");
    }

    [Fact]
    public void Validate_ConditionalCircle_EndsAtTheDepthLimit()
    {
        var error = TestSchema.Validate("""{"if":true,"then":{"$ref":"#"}}""", "1").ShouldHaveSingleItem();

        error.Message.ShouldStartWith("nests too deep to be checked: more than 1024 schemas are open within one another");
    }

    [Fact]
    public void Validate_DynamicCircle_EndsAtTheDepthLimit() =>
        TestSchema.Validate("""{"$dynamicAnchor":"a","$dynamicRef":"#a"}""", "1").ShouldHaveSingleItem().Message.ShouldStartWith("nests too deep");

    [Fact]
    public void Validate_ConditionalCircleThatForks_EndsAtTheDepthLimit() =>
        TestSchema.Validate("""{"if":true,"then":{"allOf":[{"$ref":"#"},{"$ref":"#"}]}}""", "1").ShouldHaveSingleItem().Message.ShouldStartWith("nests too deep");

    [Fact]
    public void Validate_DeepInstance_EndsAtTheDepthLimit()
    {
        var deep = new string('[', 3_000) + new string(']', 3_000);

        TestSchema.Validate("""{"items":{"$ref":"#"}}""", deep).ShouldHaveSingleItem().Message.ShouldStartWith("nests too deep");
    }

    [Fact]
    public void Validate_LittleStack_EndsBeforeItOverflows()
    {
        var deep = TestSchema.Parse(new string('[', 3_000) + new string(']', 3_000));
        var schema = TestSchema.Compile(
            """{"patternProperties":{"x":true},"items":{"$ref":"#"}}""",
            new SchemaOptions { MaxEvaluationDepth = int.MaxValue });
        IReadOnlyList<SchemaError> errors = [];

        OnSmallStack(() => errors = schema.Validate(deep));

        errors.ShouldHaveSingleItem().Message.ShouldStartWith("nests too deep");
    }

    [Theory]
    [InlineData("""{"uniqueItems":true}""")]
    [InlineData("""{"enum":[[[1]]]}""")]
    public void Validate_DeepValueToCompare_DoesNotOverflowTheStack(string schema)
    {
        var deep = new string('[', 2_000) + "1" + new string(']', 2_000);

        TestSchema.Validate(schema, $"[{deep},{deep}]").ShouldHaveSingleItem();
    }

    [Fact]
    public void Validate_ComparingOnLittleStack_IsAnErrorAndTheSchemaStaysUsable()
    {
        var deep = new string('[', 3_000) + new string(']', 3_000);
        var instance = TestSchema.Parse($"[{deep},{deep}]");
        var schema = TestSchema.Compile("""{"uniqueItems":true}""", new SchemaOptions { MaxDepth = int.MaxValue });
        IReadOnlyList<SchemaError> errors = [];

        OnSmallStack(() => errors = schema.Validate(instance));

        errors.ShouldHaveSingleItem().Message.ShouldBe("nests too deep to be compared on this thread");
        schema.IsValid(TestSchema.Parse("[1,2]")).ShouldBeTrue();
    }

    [Fact]
    public void Compile_DeepSchema_IsAnError()
    {
        var schema = string.Concat(Enumerable.Repeat("{\"not\":", 2_000)) + "true" + new string('}', 2_000);

        TestSchema.CompileErrors(schema).ShouldHaveSingleItem().Message.ShouldBe("nests deeper than the 256 levels a schema may have");
    }

    [Fact]
    public void Compile_DeepConstant_IsAnError()
    {
        var deep = new string('[', 2_000) + new string(']', 2_000);

        TestSchema.CompileErrors($$"""{"const":{{deep}}}""").ShouldHaveSingleItem().InstancePointer.ShouldBe("/const");
    }

    [Fact]
    public void Compile_TooManySchemas_IsOneError()
    {
        var schema = $$"""{"allOf":[{{string.Join(',', Enumerable.Repeat("{}", 2_000))}}]}""";

        TestSchema.CompileErrors(schema, new SchemaOptions { MaxSubschemas = 1_000 }).ShouldHaveSingleItem()
            .Message.ShouldBe("is one schema more than the 1000 that may be compiled at once");
    }

    [Fact]
    public void Compile_ResolverThatNeverEnds_EndsAtTheNumberOfSchemas() =>
        TestSchema.CompileErrors("""{"$ref":"http://x/1"}""", new SchemaOptions { Resolver = new EndlessResolver(), MaxSubschemas = 1_000 })
            .ShouldContain(error => error.Message.Contains("is one schema more than the 1000", StringComparison.Ordinal));

    [Theory]
    [InlineData("a{1000000}")]
    [InlineData("(a{1000}){1000}")]
    [InlineData("(((a{99}){99}){99}){99}")]
    [InlineData("a{99999999999999999999}")]
    public void Compile_PatternThatIsLargeWhenWrittenOut_IsAnError(string pattern) =>
        TestSchema.CompileErrors($$"""{"pattern":"{{pattern}}"}""").ShouldHaveSingleItem().Message.ShouldContain("is too large");

    [Fact]
    public void Compile_PatternWithDeepGroups_IsAnError()
    {
        var pattern = new string('(', 100_000) + new string(')', 100_000);

        TestSchema.CompileErrors($$"""{"pattern":"{{pattern}}"}""").ShouldHaveSingleItem().Message.ShouldContain("groups more than 100 deep");
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(a|a?)+$")]
    [InlineData("(.*)*b")]
    public void Validate_CatastrophicPattern_IsAnsweredInLinearTime(string pattern)
    {
        var text = new string('a', 50_000) + "!";

        TestSchema.Validate($$"""{"pattern":"{{pattern}}"}""", $"\"{text}\"").ShouldHaveSingleItem().Message.ShouldStartWith("must match the pattern");
    }

    [Fact]
    public void Validate_CatastrophicPatternWithLookaround_IsStoppedWithAnError()
    {
        var options = new SchemaOptions { PatternTimeout = TimeSpan.FromMilliseconds(20) };
        var text = new string('a', 5_000) + "!";

        TestSchema.Validate("""{"pattern":"^(?=(a+)+$)"}""", $"\"{text}\"", options).ShouldHaveSingleItem()
            .Message.ShouldStartWith("cannot be checked: matching the pattern '^(?=(a+)+$)' takes longer than");
    }

    [Theory]
    [InlineData("""{"type":"integer"}""", "1e999999999", true)]
    [InlineData("""{"type":"integer"}""", "1e-999999999", false)]
    [InlineData("""{"minimum":1e308}""", "1e309", true)]
    [InlineData("""{"multipleOf":7}""", "1e999999999", false)]
    [InlineData("""{"multipleOf":2}""", "1e999999999", true)]
    [InlineData("""{"multipleOf":1e-999999999}""", "3", true)]
    [InlineData("""{"multipleOf":0.0001}""", "0.00751", false)]
    [InlineData("""{"multipleOf":0.01}""", "12391239123912.31", true)]
    [InlineData("""{"const":1e999999999}""", "10e999999998", true)]
    [InlineData("""{"enum":[100000000000000000000000001]}""", "100000000000000000000000002", false)]
    [InlineData("""{"maximum":1e99999999999999999999}""", "1e300", true)]
    [InlineData("""{"minLength":1e400}""", "\"\"", false)]
    [InlineData("""{"maxItems":99999999999999999999999999}""", "[1]", true)]
    [InlineData("""{"minItems":9223372036854775807}""", "[]", false)]
    public void IsValid_EnormousNumber_IsExact(string schema, string instance, bool expected) =>
        TestSchema.Compile(schema).IsValid(TestSchema.Parse(instance)).ShouldBe(expected);

    [Fact]
    public void Validate_LargeArrayOfUniqueItems_TakesFewSteps()
    {
        var items = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"{{\"id\":{i}}}"));

        TestSchema.Validate("""{"uniqueItems":true}""", $"[{items}]", new SchemaOptions { MaxSteps = 50_000 }).ShouldBeEmpty();
        TestSchema.Validate("""{"uniqueItems":true}""", $$"""[{{items}},{"id":7.0}]""").ShouldHaveSingleItem().Message.ShouldContain("item 50000 repeats");
    }

    [Fact]
    public void Validate_EnormousEnum_TakesOneStepAValueAndAShortMessage()
    {
        var values = string.Join(',', Enumerable.Range(0, 100_000));
        var items = string.Join(',', Enumerable.Range(0, 50_000));
        var schema = TestSchema.Compile($$"""{"items":{"enum":[{{values}}] } }""", new SchemaOptions { MaxSteps = 60_000 });

        schema.Validate(TestSchema.Parse($"[{items}]")).ShouldBeEmpty();
        schema.Validate(TestSchema.Parse("[-1]")).ShouldHaveSingleItem().Message
            .ShouldBe("must be 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 or one of 99990 more, but is the number -1");
    }

    [Fact]
    public void Validate_MoreErrorsThanWanted_SaysThatThereAreMore()
    {
        var items = string.Join(',', Enumerable.Repeat("1", 500));

        var errors = TestSchema.Validate("""{"items":{"type":"string"}}""", $"[{items}]", new SchemaOptions { MaxErrors = 100 });

        errors.Count.ShouldBe(101);
        errors[^1].Message.ShouldBe("has more than 100 errors; the rest is left out");
    }

    [Fact]
    public void Validate_ManyErrorsBelowAVeryLongKey_KeepsTheirTextSmall()
    {
        var key = new string('k', 1_000_000);
        var items = string.Join(',', Enumerable.Repeat("1", 5_000));

        var errors = TestSchema.Validate("""{"additionalProperties":{"items":{"type":"string"}}}""", $$"""{"{{key}}":[{{items}}] }""");

        errors.Sum(error => (long)error.InstancePointer.Length).ShouldBeLessThan(200_000_000);
        errors[^1].Message.ShouldContain("too expensive");
    }

    [Fact]
    public void Validate_LongStringReadAgainAndAgain_IsTooExpensive()
    {
        var branches = string.Join(',', Enumerable.Repeat("""{"minLength":1}""", 5_000));
        var text = new string('x', 1_000_000);

        TestSchema.Validate($$"""{"allOf":[{{branches}}]}""", $"\"{text}\"", new SchemaOptions { MaxSteps = 1_000_000 })
            .ShouldHaveSingleItem().Message.ShouldContain("too expensive");
    }

    [Fact]
    public void Validate_ObjectsOfRepeatedNames_AreComparedInLinearTime()
    {
        var value = new StringBuilder("1");
        for (var level = 0; level < 60; level++)
        {
            value.Insert(0, """{"a":0,"a":""").Append('}');
        }

        TestSchema.Validate("""{"uniqueItems":true}""", $"[{value},{value}]").ShouldHaveSingleItem().Keyword.ShouldBe("uniqueItems");
    }

    private static string Doubling(string keyword, int levels, string last) =>
        """{"$ref":"#/$defs/l0",""" + Definitions(keyword, levels, last) + "}";

    // Level n applies level n + 1 twice.
    private static string Definitions(string keyword, int levels, string last)
    {
        var text = new StringBuilder("\"$defs\":{");
        for (var level = 0; level < levels; level++)
        {
            var next = $"{{\"$ref\":\"#/$defs/l{level + 1}\"}}";
            text.Append($"\"l{level}\":{{\"{keyword}\":[{next},{next}]}},");
        }

        return text.Append($"\"l{levels}\":{last}}}").ToString();
    }

    private static void OnSmallStack(ThreadStart work)
    {
        var thread = new Thread(work, 384 * 1024);
        thread.Start();
        thread.Join();
    }

    private sealed class EndlessResolver : ISchemaResolver
    {
        public JsonElement? Resolve(Uri uri)
        {
            var number = int.Parse(uri.Segments[^1]);
            return JsonElement.Parse($$"""{"$ref":"http://x/{{number + 1}}"}""");
        }
    }
}
