using System.Text.Json;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary>What <c>validate</c> can be given.</summary>
public sealed class ValidateInputTests
{
    private const string NoName = "nodes: { a: { agent: local://noop } }\n";

    [Fact]
    public async Task Validate_FolderWithOtherYaml_ChecksWorkflowsAndConfigurations()
    {
        using var binex = new BinexProcess();
        Directory.CreateDirectory(binex.PathOf(".git"));
        binex.Write("flows/one.yaml", Samples.Ok);
        binex.Write("flows/docker-compose.yaml", "services: { web: { image: web } }\n");
        binex.Write("flows/several.yml", "a: 1\n---\nb: 2\n");
        binex.Write("flows/sub/binex.yaml", "stroe: x\n");
        binex.Write("flows/sub/broken.yaml", "name: broken\nnodes:\n  a: { agent: local://noop\n");
        binex.Write("flows/.hidden/x.yaml", NoName);

        var result = (await binex.RunAsync("validate", "flows")).ShouldExit(2);

        result.Out.ShouldContain("flows/sub/binex.yaml:1:1: error BNX1101");
        result.Out.ShouldContain("flows/sub/broken.yaml:");
        result.Out.ShouldContain("3 files checked: 2 errors");
        result.Error.ShouldBe("note: 2 other YAML files have no key 'nodes' and were left out\n");
        (await binex.RunAsync("validate", "flows/docker-compose.yaml")).ShouldExit(2).Out.ShouldContain("BNX1103");
    }

    [Fact]
    public async Task Validate_FolderWithoutWorkflows_SaysSo()
    {
        using var binex = new BinexProcess();
        binex.Write("ops/docker-compose.yaml", "services: { web: { image: web } }\n");
        Directory.CreateDirectory(binex.PathOf("empty"));

        (await binex.RunAsync("validate", "ops")).ShouldFail(2, "none of the YAML files that were found has the key 'nodes'");
        (await binex.RunAsync("validate", "empty")).ShouldFail(2, "the folder empty has no .yaml or .yml files");
        (await binex.RunAsync("validate", "empty/*.yaml")).ShouldFail(2, "no file matches 'empty/*.yaml'");
    }

    [Fact]
    public async Task Validate_Patterns_AreExpandedWithoutAShell()
    {
        using var binex = new BinexProcess();
        binex.Write("flows/a.yaml", NoName);
        binex.Write("flows/deep/b.yaml", NoName);
        binex.Write("flows/deep/c.json", "{}");

        Files(await binex.RunAsync("validate", "flows/**/*.yaml", "--format", "json")).ShouldBe(["flows/a.yaml", "flows/deep/b.yaml"]);
        Files(await binex.RunAsync("validate", "flows/?.yaml", "--format", "json")).ShouldBe(["flows/a.yaml"]);
        Files(await binex.RunAsync("validate", binex.PathOf("flows", "*", "b.*"), "--format", "json")).ShouldBe([binex.PathOf("flows", "deep", "b.yaml")]);
    }

    [Fact]
    public async Task Validate_FileNamedInManyWays_IsCheckedOnce()
    {
        using var binex = new BinexProcess();
        binex.Write("flows/a.yaml", NoName);
        binex.Write("flows/b.yaml", NoName);

        var result = await binex.RunAsync("validate", "flows/b.yaml", "flows", "./flows/b.yaml", "flows/*.yaml", binex.PathOf("flows", "a.yaml"), "--format", "json");

        Files(result).ShouldBe(["flows/b.yaml", "flows/a.yaml"]);
        result.Json.GetProperty("summary").GetProperty("files").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Validate_WhatGitIgnores_IsLeftOutUnlessItIsNamed()
    {
        using var binex = new BinexProcess();
        Directory.CreateDirectory(binex.PathOf(".git"));
        binex.Write(".gitignore", "generated/\n*.draft.yaml\n!keep.draft.yaml\n");
        binex.Write("a.yaml", NoName);
        binex.Write("b.draft.yaml", NoName);
        binex.Write("keep.draft.yaml", NoName);
        binex.Write("generated/c.yaml", NoName);

        Files(await binex.RunAsync("validate", ".", "--format", "json")).ShouldBe(["./a.yaml", "./keep.draft.yaml"]);
        Files(await binex.RunAsync("validate", "**/*.yaml", "--format", "json")).ShouldBe(["a.yaml", "keep.draft.yaml"]);
        Files(await binex.RunAsync("validate", "generated/c.yaml", "b.draft.yaml", "--format", "json")).ShouldBe(["generated/c.yaml", "b.draft.yaml"]);
    }

    [Fact]
    public async Task Validate_WithoutAPath_ChecksTheWorkflowsOfTheProject()
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", "workflows: [flows/*.yaml, main.yaml]\ndiagnostics: { BNX2020: error }\n");
        binex.Write("flows/a.yaml", "name: a\nnodes: { a: { agent: local://start } }\n");
        binex.Write("main.yaml", "name: main\nnodes: { a: { agent: local://start } }\n");
        binex.Write("other.yaml", NoName);

        var result = (await binex.RunAsync("validate")).ShouldExit(2);

        result.Out.ShouldContain("flows/a.yaml:2:30: error BNX2020");
        result.Out.ShouldContain("main.yaml:2:30: error BNX2020");
        result.Out.ShouldContain("3 files checked: 2 errors");
    }

    [Theory]
    [InlineData(null, "name a workflow to check", "workflows/**/*.yaml")]
    [InlineData("version: 1\n", "binex.yaml names none", "workflows/**/*.yaml")]
    [InlineData("workflows: [flows/*.yaml]\n", "no file matches the patterns of 'workflows' in binex.yaml", "flows/*.yaml")]
    public async Task Validate_NothingToCheck_SaysWhatToDo(string? configuration, string says, string more)
    {
        using var binex = new BinexProcess();
        Directory.CreateDirectory(binex.PathOf(".git"));
        if (configuration is not null)
        {
            binex.Write("binex.yaml", configuration);
        }

        (await binex.RunAsync("validate")).ShouldFail(2, says, more);
    }

    [Fact]
    public async Task Validate_ConfigurationThatIsNotValid_IsSaidBesideTheWorkflow()
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", "diagnostics: { BNX2020: off, BNX2001: off }\n");
        binex.Write("a.yaml", "name: a\nnodes: { a: { agent: local://start, depends_on: [b] } }\n");

        var result = (await binex.RunAsync("validate", "a.yaml")).ShouldExit(2);

        result.Out.ShouldContain("binex.yaml:1:30: error BNX1302");
        result.Out.ShouldContain("error BNX2001: 'a' depends on 'b'");
        result.Out.ShouldNotContain("warning BNX2020");
        (await binex.RunAsync("validate")).ShouldExit(2).Out.ShouldContain("BNX1302");
        (await binex.RunAsync("validate", "binex.yaml")).ShouldExit(2).Out.ShouldContain("1 file checked: 1 error");
    }

    [Fact]
    public async Task Validate_Stdin_HasTheNameThatItIsGiven()
    {
        using var binex = new BinexProcess();
        binex.Write("flows/prompts/ask.md", "Hello ${user.nobody}");
        const string Text = "name: a\nnodes: { a: { agent: llm://gpt-4o-mini, prompt: file://prompts/ask.md } }\n";

        (await binex.RunAsync(Text, ["validate", "--stdin", "--stdin-name", "flows/new.yaml"])).ShouldExit(0).Out.ShouldContain("flows/prompts/ask.md:1:7: warning BNX2007");
        (await binex.RunAsync(Text, ["validate", "--stdin"])).ShouldExit(2).Out.ShouldContain("<stdin>:2:");
        (await binex.RunAsync(Text, ["validate", "--stdin-name", "new.json"])).ShouldExit(2).Out.ShouldContain("new.json:1:2: error BNX1006");
        (await binex.RunAsync("stroe: x\n", ["validate", "--stdin-name", "binex.yaml"])).ShouldExit(2).Out.ShouldContain("binex.yaml:1:1: error BNX1101");
        binex.Write("binex.yaml", "also: wrong\n");
        (await binex.RunAsync("stroe: x\n", ["validate", "--stdin-name", "binex.yaml"])).ShouldExit(2).Out.ShouldContain("1 file checked: 1 error");
    }

    [Fact]
    public async Task Validate_Folder_TellsOfPromptFilesThatNoWorkflowNames()
    {
        using var binex = new BinexProcess();
        binex.Environment["OPENAI_API_KEY"] = "not-a-key";
        binex.Write("flows/a.yaml", "name: a\nnodes:\n  a: { agent: llm://gpt-4o-mini, prompt: file://prompts/ask.md }\n");
        binex.Write("flows/README.md", "About these.");
        binex.Write("flows/prompts/ask.md", "Name a bird.");
        binex.Write("flows/prompts/ask-v2.md", "Name a rare bird.");
        binex.Write("flows/prompts/notes.txt", "no prompt");

        var whole = (await binex.RunAsync("validate", "flows")).ShouldExit(0).Out;
        var one = (await binex.RunAsync("validate", "flows/a.yaml")).ShouldExit(0).Out;
        binex.Write("binex.yaml", "diagnostics: { BNX1206: off }\n");
        var off = (await binex.RunAsync("validate", "flows")).ShouldExit(0).Out;
        binex.Write("binex.yaml", "");
        binex.Write("flows/b.yaml", "name: b\nnodes:\n  b: { agent: llm://gpt-4o-mini, prompt: file://prompts/ask-v2.md, promt: x }\n");
        var wrong = (await binex.RunAsync("validate", "flows")).ShouldExit(2).Out;

        whole.ShouldContain("flows/prompts/ask-v2.md:1:1: info BNX1206");
        whole.ShouldNotContain("README");
        whole.ShouldNotContain("notes.txt");
        one.ShouldNotContain("BNX1206");
        off.ShouldNotContain("BNX1206");
        wrong.ShouldNotContain("BNX1206");
    }

    [Fact]
    public async Task Validate_ManyFiles_SaysTheSameInTheSameOrderEveryTime()
    {
        using var binex = new BinexProcess();
        for (var i = 0; i < 60; i++)
        {
            binex.Write($"flows/{i:00}.yaml", NoName);
        }

        var first = (await binex.RunAsync("validate", "flows", "--all")).ShouldExit(2).Out;

        first.Split('\n').Where(line => line.Contains("BNX1103", StringComparison.Ordinal)).Select(line => line[..13])
            .ShouldBe(Enumerable.Range(0, 60).Select(i => $"flows/{i:00}.yaml"));
        (await binex.RunAsync("validate", "flows", "--all")).Out.ShouldBe(first);
    }

    private static IEnumerable<string> Files(BinexResult result) => result.ShouldExit(2).Json.GetProperty("diagnostics").EnumerateArray()
        .Select((JsonElement diagnostic) => diagnostic.GetProperty("file").GetString()!).Distinct();
}
