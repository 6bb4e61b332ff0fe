using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Editors;

/// <summary><c>schema --install</c> sets a project up, twice without harm, and writes nothing where something is wrong.</summary>
public sealed class SchemaInstallTests
{
    private const string Comment = "# yaml-language-server: $schema=.vscode/binex/v1/workflow.schema.json\n";

    [Fact]
    public async Task Install_InAnEmptyProject_WritesSchemaAndSettings()
    {
        using var binex = new BinexHere();

        var result = (await binex.RunAsync("schema", "--install")).ShouldExit(0);

        result.Out.ShouldContain("written    .vscode/settings.json");
        File.ReadAllText(binex.PathOf(".vscode", "binex", "v1", "workflow.schema.json")).ShouldBe((await binex.RunAsync("schema", "workflow")).Out);
        File.ReadAllText(binex.PathOf(".vscode", "settings.json")).ShouldContain("./.vscode/binex/v1/workflow.schema.json");
    }

    [Fact]
    public async Task Install_ASecondTime_ChangesNothing()
    {
        using var binex = new BinexHere();
        binex.Write("a.yaml", "name: a\n");
        await binex.RunAsync("schema", "--install", "a.yaml");
        var before = Directory.GetFiles(binex.Folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        var result = (await binex.RunAsync("schema", "--install", "a.yaml", "--format", "json")).ShouldExit(0);

        result.Json.GetProperty("files").EnumerateArray().ShouldAllBe(file => file.GetProperty("action").GetString() == "unchanged");
        Directory.GetFiles(binex.Folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText).ShouldBe(before, ignoreOrder: true);
    }

    [Theory]
    [InlineData("name: a\n", Comment + "name: a\n")]
    [InlineData("", Comment)]
    [InlineData("# mine\n%YAML 1.2\n---\nname: a\n", Comment + "# mine\n%YAML 1.2\n---\nname: a\n")]
    [InlineData("# mine\n\n" + Comment + "name: a\n", "# mine\n\n" + Comment + "name: a\n")]
    [InlineData("name: a\n# yaml-language-server: $schema=late\n", Comment + "name: a\n# yaml-language-server: $schema=late\n")]
    public async Task Install_OnAWorkflow_WritesTheCommentOnce(string before, string after)
    {
        using var binex = new BinexHere();
        var path = binex.Write("a.yaml", before);

        (await binex.RunAsync("schema", "--install", "a.yaml")).ShouldExit(0);

        File.ReadAllText(path).ShouldBe(after);
    }

    [Fact]
    public async Task Install_OnAWorkflowWithWindowsLines_KeepsThem()
    {
        using var binex = new BinexHere();
        var path = binex.Write("deep/er/a.yml", "name: a\r\n");

        (await binex.RunAsync("schema", "--install", "deep/er/a.yml")).ShouldExit(0);

        File.ReadAllText(path).ShouldBe("# yaml-language-server: $schema=../../.vscode/binex/v1/workflow.schema.json\r\nname: a\r\n");
    }

    [Fact]
    public async Task Install_OnAWorkflowWithAnotherSchema_LeavesItAndSaysSo()
    {
        using var binex = new BinexHere();
        var path = binex.Write("a.yaml", "# yaml-language-server: $schema=other.json\nname: a\n");

        var result = (await binex.RunAsync("schema", "--install", "a.yaml")).ShouldExit(0);

        result.Out.ShouldContain("unchanged  a.yaml: it names the schema other.json already");
        File.ReadAllText(path).ShouldBe("# yaml-language-server: $schema=other.json\nname: a\n");
    }

    [Fact]
    public async Task Install_BelowAConfiguration_SetsUpTheProjectWithItsOwnPatterns()
    {
        using var binex = new BinexHere();
        binex.Write("binex.yaml", "workflows: [flows/*.yaml]\n");
        binex.Write("flows/a.yaml", "name: a\n");
        binex.WorkingFolder = binex.PathOf("flows");

        var result = (await binex.RunAsync("schema", "--install", "a.yaml")).ShouldExit(0);

        result.Out.ShouldContain("written    ../.vscode/settings.json");
        File.ReadAllText(binex.PathOf(".vscode", "settings.json")).ShouldContain("\"./.vscode/binex/v1/workflow.schema.json\": [\"flows/*.yaml\"]");
        File.ReadAllText(binex.PathOf("flows", "a.yaml")).ShouldStartWith("# yaml-language-server: $schema=../.vscode/binex/v1/workflow.schema.json\n");
    }

    [Fact]
    public async Task Install_BesideABrokenConfiguration_HelpsToMendIt()
    {
        using var binex = new BinexHere();
        binex.Write("binex.yaml", "stor: x\n");

        (await binex.RunAsync("schema", "--install")).ShouldExit(0);

        File.Exists(binex.PathOf(".vscode", "binex", "v1", "config.schema.json")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{ a", "cannot be added to: line 1 cannot be read as JSON with comments")]
    [InlineData("[]", "something else than an object")]
    [InlineData("{ \"yaml.schemas\": 1 }", "is no object")]
    public async Task Install_BesideSettingsThatCannotBeUsed_WritesNothing(string settings, string says)
    {
        using var binex = new BinexHere();
        var path = binex.Write(".vscode/settings.json", settings);

        (await binex.RunAsync("schema", "--install")).ShouldFail(2, says, "nothing was written");

        File.ReadAllText(path).ShouldBe(settings);
        Directory.GetFiles(binex.Folder, "*", SearchOption.AllDirectories).ShouldBe([path]);
    }

    [Theory]
    [InlineData("none.yaml", "there is no file 'none.yaml'")]
    [InlineData("a.json", "does not end in .yaml or .yml")]
    [InlineData("folder.yaml", "is a folder")]
    public async Task Install_OnWhatIsNoWorkflow_WritesNothing(string name, string says)
    {
        using var binex = new BinexHere();
        binex.Write("a.json", "{}");
        Directory.CreateDirectory(binex.PathOf("folder.yaml"));

        (await binex.RunAsync("schema", "--install", name)).ShouldFail(2, says);

        Directory.Exists(binex.PathOf(".vscode")).ShouldBeFalse();
    }

    [Fact]
    public async Task Schema_OfTwoNames_IsRefused()
    {
        using var binex = new BinexHere();

        (await binex.RunAsync("schema", "workflow", "report")).ShouldFail(2, "one schema is printed at a time");
    }
}
