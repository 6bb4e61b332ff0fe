namespace Binex.JsonSchema.Tests.Applicators;

public sealed class BranchReportTests
{
    [Fact]
    public void Validate_OnlyOneBranchOfTheType_ReportsItsErrors() =>
        TestSchema.Messages("""{"properties":{"cost":{"anyOf":[{"type":"null"},{"type":"number","minimum":0}]}}}""", """{"cost":-1}""")
            .ShouldBe(["/cost: must be >= 0, but is -1"]);

    [Fact]
    public void Validate_BranchBehindAReference_IsFoundAsWell() =>
        TestSchema.Messages(
            """{"anyOf":[{"$ref":"#/$defs/text"},{"$ref":"#/$defs/map"}],"$defs":{"text":{"type":"string"},"map":{"type":"object","required":["a"]}}}""",
            "{}")
            .ShouldBe([": is missing the key 'a'"]);

    [Fact]
    public void Validate_NoBranchOfTheType_NamesAllTypesInOneSentence()
    {
        var error = TestSchema.Validate("""{"oneOf":[{"type":"string"},{"type":"object"},{"const":3}]}""", "5").ShouldHaveSingleItem();

        error.Message.ShouldBe("must be an object, a string or 3, but is the number 5");
        error.Keyword.ShouldBe("oneOf");
        error.Candidates.ShouldBe(["3"]);
        error.Causes.Count.ShouldBe(3);
    }

    [Fact]
    public void Validate_UnionToldApartByAConstant_ReportsTheCaseMeant() =>
        TestSchema.Messages(
            """
            {"oneOf":[
              {"properties":{"kind":{"const":"circle"},"r":{"type":"number"}},"required":["kind","r"]},
              {"properties":{"kind":{"const":"square"},"side":{"type":"number"}},"required":["kind","side"]}]}
            """,
            """{"kind":"square","side":"x"}""")
            .ShouldBe(["/side: must be a number, but is the string 'x'"]);

    [Fact]
    public void Validate_UnionWithUnknownConstant_NamesTheConstantsAtTheirPlace()
    {
        var error = TestSchema.Validate(
            """{"anyOf":[{"properties":{"kind":{"const":"circle"}}},{"properties":{"kind":{"enum":["square","cube"]}}}]}""",
            """{"kind":"sqare"}""").ShouldHaveSingleItem();

        error.InstancePointer.ShouldBe("/kind");
        error.Message.ShouldBe("must be 'circle', 'square' or 'cube'");
        error.Candidates.ShouldBe(["circle", "square", "cube"]);
    }

    [Fact]
    public void Validate_OneBranchGotFurther_ReportsItsErrors() =>
        TestSchema.Messages(
            """{"anyOf":[{"required":["x"]},{"properties":{"a":{"properties":{"b":{"type":"string"}}}}}]}""",
            """{"a":{"b":1}}""")
            .ShouldBe(["/a/b: must be a string, but is the number 1"]);

    [Fact]
    public void Validate_NothingTellsTheBranchesApart_ReportsTheCombinatorWithCauses()
    {
        var error = TestSchema.Validate("""{"anyOf":[{"minimum":5},{"multipleOf":3}]}""", "4").ShouldHaveSingleItem();

        error.Message.ShouldBe("must match at least one of 2 schemas, but matches none");
        error.SchemaPointer.ShouldBe("#/anyOf");
        error.Causes.Select(cause => cause.Message).ShouldBe(["must be >= 5, but is 4", "must be a multiple of 3, but is 4"]);
    }
}
