namespace Binex.JsonSchema.Tests.Suite;

public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    // The least numbers keep an empty or truncated folder from passing.
    [Theory]
    [InlineData("draft2020-12", SchemaDialect.Draft202012, 1_200)]
    [InlineData("draft7", SchemaDialect.Draft07, 900)]
    public void Validate_RequiredTestsOfADraft_PassesAll(string folder, SchemaDialect dialect, int least)
    {
        Assert.SkipWhen(OfficialSuite.Folder is null, OfficialSuite.Missing);

        var score = SuiteScore.Of(OfficialSuite.Read(folder), dialect, assertFormat: false);

        output.WriteLine($"{folder}: {score.Passed} of {score.Total} passed");
        score.Failures.ShouldBeEmpty();
        score.Total.ShouldBeGreaterThanOrEqualTo(least);
    }
}
