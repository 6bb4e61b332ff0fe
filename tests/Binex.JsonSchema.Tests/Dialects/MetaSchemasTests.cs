using Binex.JsonSchema.Dialects;
using Binex.JsonSchema.Tests.Suite;

namespace Binex.JsonSchema.Tests.Dialects;

public sealed class MetaSchemasTests
{
    [Theory]
    [InlineData(Draft202012.Uri)]
    [InlineData(Draft07.Uri)]
    public void Find_MetaSchema_AcceptsItselfAndRejectsAWrongSchema(string uri)
    {
        var schema = TestSchema.Compile($$"""{"$ref":"{{uri}}"}""");

        schema.Validate(MetaSchemas.Find(new Uri(uri)).ShouldNotBeNull()).ShouldBeEmpty();
        schema.Validate(TestSchema.Parse("""{"properties":{"a":{"type":"strnig"}}}""")).ShouldHaveSingleItem().InstancePointer.ShouldBe("/properties/a/type");
    }

    [Theory]
    [InlineData("draft2020-12", Draft202012.Uri)]
    [InlineData("draft7", Draft07.Uri)]
    public void Find_MetaSchema_AcceptsEverySchemaOfTheOfficialSuite(string folder, string uri)
    {
        Assert.SkipWhen(OfficialSuite.Folder is null, OfficialSuite.Missing);
        var schema = TestSchema.Compile($$"""{"$ref":"{{uri}}"}""");

        OfficialSuite.Read(folder)
            .Where(group => schema.Validate(group.Schema).Count > 0)
            .Select(group => $"{group.File}: {group.Description}")
            .ShouldBeEmpty();
    }
}
