namespace Binex.JsonSchema.Tests.Suite;

public sealed class OptionalSuiteTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("draft2020-12/optional/format", SchemaDialect.Draft202012)]
    [InlineData("draft7/optional/format", SchemaDialect.Draft07)]
    public void Validate_TestsOfTheFormatsWeAssert_PassesAll(string folder, SchemaDialect dialect)
    {
        Assert.SkipWhen(OfficialSuite.Folder is null, OfficialSuite.Missing);
        string[] formats =
        [
            "date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uuid", "regex",
            "ecmascript-regex", "json-pointer", "unknown",
        ];
        var groups = OfficialSuite.Read(folder).Where(group => formats.Contains(Path.GetFileNameWithoutExtension(group.File)));

        var score = SuiteScore.Of(groups, dialect, assertFormat: true);

        output.WriteLine($"{folder}: {score.Passed} of {score.Total} passed");
        score.Failures.ShouldBeEmpty();
        score.Total.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData("draft2020-12/optional", SchemaDialect.Draft202012)]
    [InlineData("draft7/optional", SchemaDialect.Draft07)]
    public void Validate_OtherOptionalTests_PassesAll(string folder, SchemaDialect dialect)
    {
        Assert.SkipWhen(OfficialSuite.Folder is null, OfficialSuite.Missing);

        // Draft 2019-09, which the cross-draft tests refer to, is not supported; content* are annotations and reject nothing.
        string[] leftOut = ["cross-draft.json", "content.json"];
        var groups = OfficialSuite.Read(folder).Where(group => !leftOut.Contains(group.File));

        var score = SuiteScore.Of(groups, dialect, assertFormat: false);

        output.WriteLine($"{folder}: {score.Passed} of {score.Total} passed");
        score.Failures.ShouldBeEmpty();
        score.Total.ShouldBeGreaterThan(80);
    }
}
