using Binex.MSBuild.Tests.Packages;

namespace Binex.MSBuild.Tests.Builds;

/// <summary>BinexValidate in every build.</summary>
[Collection(OneProject.Name)]
public sealed class ValidateTests
{
    private const string UpToDate = "Skipping target \"BinexValidate\" because all output files are up-to-date";

    private readonly Consumer _app;

    public ValidateTests(OneProject project)
    {
        project.Reset();
        _app = project.Consumer;
    }

    [Fact]
    public async Task Build_GoodWorkflow_ChecksOnceAndAgainWhenAPromptChanges()
    {
        (await _app.BuildAsync()).ShouldExit(0).Output.ShouldContain("    0 Warning(s)");
        var stamp = _app.Find("validate.inputs").ShouldHaveSingleItem();
        var first = File.GetLastWriteTimeUtc(_app.PathOf(stamp));
        File.ReadAllLines(_app.PathOf(stamp)).ShouldBe([_app.PathOf("workflows", "flow.yaml"), _app.PathOf("workflows", "prompts", "draft.md")]);

        (await _app.BuildAsync("-v:n")).ShouldExit(0).Output.ShouldContain(UpToDate);
        File.GetLastWriteTimeUtc(_app.PathOf(stamp)).ShouldBe(first, "the second build did something");

        _app.Write("workflows/prompts/draft.md", "Write a page on ${user.topik}.\n");
        (await _app.BuildAsync()).Output.ShouldContain("draft.md(1,", Case.Sensitive, "the changed prompt was not looked at");
    }

    [Fact]
    public async Task Build_WrongWorkflow_FailsWithOneErrorAtItsPlace()
    {
        _app.Write("workflows/wrong.yaml", Workflows.Wrong);

        var built = await _app.BuildAsync();

        built.Output.ShouldNotContain("App -> ", Case.Sensitive, "what is wrong must be known before anything is compiled");
        built.ShouldFailWithOneError().ShouldStartWith($"{_app.PathOf("workflows", "wrong.yaml")}(3,29,3,34): error BNX1101: there is no key 'promt' here; did you mean 'prompt'?");
    }

    [Theory]
    [InlineData("-p:BinexEnabled=false")]
    [InlineData("-p:DesignTimeBuild=true")]
    [InlineData("-p:EnableDefaultBinexItems=false")]
    public async Task Build_WrongWorkflowThatNobodyAsksAbout_Builds(string property)
    {
        _app.Write("workflows/wrong.yaml", Workflows.Wrong);

        (await _app.BuildAsync(property)).ShouldExit(0).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Build_DoubtfulWorkflow_WarnsInEveryBuildAndFailsWhereWarningsAreErrors()
    {
        _app.Write("workflows/doubtful.yaml", Workflows.Doubtful);

        (await _app.BuildAsync()).ShouldExit(0).Warnings.ShouldHaveSingleItem().ShouldContain("doubtful.yaml(4,45,4,46): warning BNX2013");
        (await _app.BuildAsync()).ShouldExit(0).Warnings.ShouldHaveSingleItem("a warning must not get lost because nothing has changed");
        (await _app.BuildAsync("-p:BinexTreatWarningsAsErrors=true")).ShouldFailWithOneError().ShouldContain("doubtful.yaml(4,45,4,46): error BNX2013");
        (await _app.BuildAsync("-warnaserror")).ShouldFailWithOneError().ShouldContain("BNX2013");
    }

    [Fact]
    public async Task Build_WorkflowIsAddedAndConfigurationComes_ChecksAgain()
    {
        (await _app.BuildAsync()).ShouldExit(0);
        _app.Write("workflows/deep/second.yml", Workflows.Doubtful);
        File.SetLastWriteTimeUtc(_app.PathOf("workflows", "deep", "second.yml"), DateTime.UnixEpoch.AddYears(40));

        (await _app.BuildAsync()).ShouldExit(0).Warnings.ShouldHaveSingleItem().ShouldContain("BNX2013");

        _app.Write("binex.yaml", "version: 1\ndiagnostics: { BNX2013: off }\n");
        (await _app.BuildAsync()).ShouldExit(0).Warnings.ShouldBeEmpty();
        File.Delete(_app.PathOf("binex.yaml"));
        (await _app.BuildAsync()).ShouldExit(0).Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Build_ToolCannotStart_SaysWhy()
    {
        var error = (await _app.BuildAsync("-p:BinexTool=/nowhere/dotnet-binex.dll")).ShouldFailWithOneError();

        error.ShouldContain("error BINEX");
        error.ShouldContain("/nowhere/dotnet-binex.dll");
    }
}
