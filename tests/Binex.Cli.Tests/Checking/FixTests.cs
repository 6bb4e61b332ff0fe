using System.Diagnostics;
using System.Text;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Checking;

/// <summary><c>validate --fix</c> on real files.</summary>
public sealed class FixTests
{
    private const string Mark = "\uFEFF";

    // Everything that a tool for YAML likes to lose: a byte order mark, CRLF, tabs, comments, an anchor, no line end at the end.
    private const string Before =
        $"{Mark}# top\t#\r\nname: demo   # a name\r\nnodes:\r\n  a: &a {{ agent: llm://gpt-4o-mini, promt: \"é 😀\",  outputs: [] }}\r\n\r\n"
        + "  b:\r\n    agent:   local://echo\r\n    depends_on:\r\n      - a\t# first\r\n      - a  # twice";

    private const string After =
        $"{Mark}# top\t#\r\nname: demo   # a name\r\nnodes:\r\n  a: &a {{ agent: llm://gpt-4o-mini, prompt: \"é 😀\",  outputs: [output] }}\r\n\r\n"
        + "  b:\r\n    agent:   local://echo\r\n    depends_on:\r\n      - a\t# first\r\n      # twice";

    [Fact]
    public async Task Fix_File_ChangesOnlyWhatItMustAndSaysWhat()
    {
        using var binex = new BinexProcess();
        binex.Environment["OPENAI_API_KEY"] = "not-a-key";
        Write(binex, "w.yaml", Before);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(binex.PathOf("w.yaml"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        var result = (await binex.RunAsync("validate", "w.yaml", "--fix")).ShouldExit(0);

        Read(binex, "w.yaml").ShouldBe(After);
        result.Out.ShouldBe("""
            w.yaml:4:37: fixed BNX1101: rename 'promt' to 'prompt'
            w.yaml:4:53: fixed BNX2026: write [output]
            w.yaml:10:9: fixed BNX2013: take out 'a'
            1 file checked: nothing found
            3 findings fixed in 1 file

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(binex.PathOf("w.yaml")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Directory.GetFiles(binex.Folder).ShouldHaveSingleItem("nothing is left beside it");
        (await binex.RunAsync("validate", "w.yaml", "--fix")).ShouldExit(0).Out.ShouldBe("1 file checked: nothing found\n");
    }

    [Fact]
    public async Task Fix_DryRun_PrintsAPatchThatGivesTheSame()
    {
        using var binex = new BinexProcess();
        Write(binex, "w.yaml", Before);

        var result = (await binex.RunAsync("validate", "w.yaml", "--fix", "--dry-run")).ShouldExit(0);

        Read(binex, "w.yaml").ShouldBe(Before);
        result.Error.ShouldContain("3 findings can be fixed in 1 file");
        File.WriteAllText(binex.PathOf("fix.diff"), result.Out, new UTF8Encoding(false));
        using var git = Process.Start(new ProcessStartInfo("git", ["apply", "fix.diff"]) { WorkingDirectory = binex.Folder })!;
        await git.WaitForExitAsync();
        Read(binex, "w.yaml").ShouldBe(After);
    }

    [Fact]
    public async Task Fix_Stdin_PrintsTheMendedText()
    {
        using var binex = new BinexProcess();

        var result = (await binex.RunAsync(Before, ["validate", "--fix", "--stdin"])).ShouldExit(0);

        // Whoever reads the stream here takes the mark of the text for a mark of the encoding.
        result.Out.ShouldBe(After.TrimStart(Mark[0]));
        result.Error.ShouldContain("3 findings fixed in 1 file");
    }

    [Theory]
    [InlineData("name: [\n")]
    [InlineData("name: ok\nnodes:\n  a: { agent: local://echo, zzz: 1 }\n")]
    [InlineData("\0")]
    public async Task Fix_StdinThatCannotBeMended_PrintsItAsItIs(string text)
    {
        using var binex = new BinexProcess();

        var result = (await binex.RunAsync(text, ["validate", "--fix", "--stdin"])).ShouldExit(2);

        result.Out.ShouldBe(text);
        result.Error.ShouldContain("1 error");
    }

    [Fact]
    public async Task Fix_SeveralFiles_ChangesThoseThatNeedIt()
    {
        using var binex = new BinexProcess();
        binex.Write("flows/ok.yaml", Samples.Ok);
        binex.Write("flows/broken.yaml", "name: [\nnodes:\n");
        binex.Write("flows/bad.yaml", "name: d\nnodes:\n  a: { agent: local://echo, promt: x }\n");
        var untouched = File.GetLastWriteTimeUtc(binex.PathOf("flows", "ok.yaml"));

        var result = (await binex.RunAsync("validate", "flows", "--fix")).ShouldExit(2);

        result.Out.ShouldContain("1 finding fixed in 1 file");
        Read(binex, "flows/broken.yaml").ShouldBe("name: [\nnodes:\n");
        Read(binex, "flows/bad.yaml").ShouldContain("prompt: x");
        File.GetLastWriteTimeUtc(binex.PathOf("flows", "ok.yaml")).ShouldBe(untouched);
    }

    [Fact]
    public async Task Fix_Configuration_IsMendedWhenItIsNamed()
    {
        using var binex = new BinexProcess();
        binex.Write("binex.yaml", "version: 1\nworkflos: [w.yaml]   # ours\n");

        (await binex.RunAsync("validate", "binex.yaml", "--fix")).ShouldExit(0).Out.ShouldContain("rename 'workflos' to 'workflows'");

        Read(binex, "binex.yaml").ShouldBe("version: 1\nworkflows: [w.yaml]   # ours\n");
    }

    [Fact]
    public async Task Fix_Link_StaysALink()
    {
        using var binex = new BinexProcess();
        Write(binex, "real.yaml", Before);
        File.CreateSymbolicLink(binex.PathOf("link.yaml"), "real.yaml");

        (await binex.RunAsync("validate", "link.yaml", "--fix")).ShouldExit(0);

        new FileInfo(binex.PathOf("link.yaml")).LinkTarget.ShouldBe("real.yaml");
        Read(binex, "real.yaml").ShouldBe(After);
    }

    [Fact]
    public async Task Fix_PromptFileOfAWorkflow_IsNeverChanged()
    {
        const string Prompt = "Say ${user.topic and promt: outputs: []";
        using var binex = new BinexProcess();
        binex.Write("prompt.txt", Prompt);
        binex.Write("w.yaml", "name: d\nnodes:\n  a: { agent: llm://gpt-4o-mini, promt: file://prompt.txt }\n");

        await binex.RunAsync("validate", "w.yaml", "--fix");

        Read(binex, "prompt.txt").ShouldBe(Prompt);
        Read(binex, "w.yaml").ShouldContain("prompt: file://prompt.txt");
    }

    [Theory]
    [InlineData("json", "{")]
    [InlineData("sarif", "{")]
    [InlineData("msbuild", "w.yaml(3")]
    public async Task Fix_InAFormat_PrintsWhatIsLeft(string format, string start)
    {
        using var binex = new BinexProcess();
        binex.Write("w.yaml", "name: d\nnodes:\n  a: { agent: local://echo, promt: x, zzz: 1 }\n");

        var result = (await binex.RunAsync("validate", "w.yaml", "--fix", "--format", format)).ShouldExit(2);

        result.Out.ShouldStartWith(start);
        result.Out.ShouldContain("zzz");
        Read(binex, "w.yaml").ShouldContain("prompt: x");
    }

    [Fact]
    public async Task Fix_Json_TellsOfTheFixes()
    {
        using var binex = new BinexProcess();
        binex.Write("w.yaml", "name: d\nnodes:\n  a: { agent: local://echo, promt: x }\n");

        var file = (await binex.RunAsync("validate", "w.yaml", "--fix", "--dry-run", "--format", "json")).ShouldExit(0).Json.GetProperty("fixed")[0];

        file.GetProperty("file").GetString().ShouldBe("w.yaml");
        file.GetProperty("written").GetBoolean().ShouldBeFalse();
        file.GetProperty("fixes")[0].GetProperty("code").GetString().ShouldBe("BNX1101");
        file.GetProperty("diff").GetString()!.ShouldContain("\n+  a: { agent: local://echo, prompt: x }\n");
    }

    [Theory]
    [InlineData("validate w.yaml --dry-run", "--dry-run goes with --fix")]
    [InlineData("validate w.yaml --fix --stdin", "stdout is the mended text")]
    [InlineData("validate --fix --stdin --format junit", "stdout is the mended text")]
    [InlineData("validate w.yaml --fix --dry-run --format junit", "--dry-run prints a diff")]
    public async Task Fix_OptionsThatDoNotGoTogether_SaysSo(string command, string why)
    {
        using var binex = new BinexHere();

        (await binex.RunAsync(command.Split(' '))).ShouldFail(2, why);
    }

    private static void Write(BinexProcess binex, string name, string text) => File.WriteAllText(binex.PathOf(name), text, new UTF8Encoding(false));

    // As it is: ReadAllText would take the byte order mark away.
    private static string Read(BinexProcess binex, string name) => new UTF8Encoding(false).GetString(File.ReadAllBytes(binex.PathOf(name)));
}
