using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

/// <summary>A store that cannot be written or read, and reports that cannot be.</summary>
public sealed class StoreProblemTests
{
    [Fact]
    public async Task Run_AFileStandsWhereTheStoreShouldBe_SaysSo()
    {
        using var binex = new BinexHere();
        binex.Write(".binex", "not a folder");
        var path = binex.Write("ok.yaml", Samples.Ok);

        (await binex.RunAsync("run", path)).ShouldFail(5, ".binex", "--store").Out.ShouldBeEmpty();
        (await binex.RunAsync("hello")).ShouldFail(5, ".binex", "--store");
        (await binex.RunAsync("runs", "list")).ShouldFail(5, ".binex");
        (await binex.RunAsync("report")).ShouldFail(5, ".binex");
    }

    [Fact]
    public async Task RunsList_ARunThatCannotBeRead_SaysWhy()
    {
        using var binex = new BinexHere();
        binex.Write(".binex/runs/r1/journal.jsonl", "garbage\n");

        var result = (await binex.RunAsync("runs", "list")).ShouldExit(0);

        result.Out.ShouldContain("r1");
        result.Error.ShouldContain("warning: run r1 cannot be read: line 1 of the journal is broken");
        (await binex.RunAsync("runs", "list", "--format", "json")).ShouldExit(0).Out.ShouldContain("\"problem\": \"line 1 of the journal is broken");
    }

    [Fact]
    public async Task Run_ReportCannotBeWrittenThere_SaysSoBeforeAnythingRuns()
    {
        using var binex = new BinexHere();
        binex.Write("taken", "a file in the way");
        Directory.CreateDirectory(binex.PathOf("folder.html"));
        var path = binex.Write("ok.yaml", Samples.Ok);

        (await binex.RunAsync("run", path, "--report", "taken/page.html")).ShouldFail(2, "page.html", "taken", "is a file");
        (await binex.RunAsync("run", path, "--report", "folder.html")).ShouldFail(2, "folder.html", "is a folder");

        Directory.Exists(binex.PathOf(".binex")).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_ReportCannotBeWrittenInTheEnd_KeepsTheRun()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no file that is always full");
        using var binex = new BinexHere();
        File.CreateSymbolicLink(binex.PathOf("page.html"), "/dev/full");

        var result = (await binex.RunAsync("run", binex.Write("ok.yaml", Samples.Ok), "--report", "page.html")).ShouldFail(5, "page.html", "dotnet binex report");

        result.Out.ShouldContain("completed");
        (await binex.RunAsync("report", "latest")).ShouldExit(0);
    }

    [Fact]
    public async Task Report_DamagedJournal_SaysWhere()
    {
        using var binex = new BinexHere();
        (await binex.RunAsync("run", binex.Write("ok.yaml", Samples.Ok))).ShouldExit(0);
        var journal = Directory.GetFiles(binex.PathOf(".binex"), "journal.jsonl", SearchOption.AllDirectories).Single();
        var lines = File.ReadAllLines(journal);
        lines[1] = "{ this is no event";
        File.WriteAllLines(journal, lines);

        (await binex.RunAsync("resume", "latest")).ShouldFail(5, "journal.jsonl", "line 2");
        foreach (var command in new[] { "report latest", "runs show latest" })
        {
            (await binex.RunAsync(command.Split(' '))).ShouldExit(0).Out.ShouldContain("line 2 of the journal is broken");
        }

        (await binex.RunAsync("runs", "list")).ShouldExit(0);
    }

    [Fact]
    public async Task Report_DamagedSnapshot_SaysSo()
    {
        using var binex = new BinexHere();
        (await binex.RunAsync("run", binex.Write("ok.yaml", Samples.Ok))).ShouldExit(0);
        File.WriteAllText(Directory.GetFiles(binex.PathOf(".binex"), "inputs.json", SearchOption.AllDirectories).Single(), "{");

        (await binex.RunAsync("report")).ShouldFail(5, "inputs.json");
        (await binex.RunAsync("resume", "latest")).ShouldFail(5, "inputs.json");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Report_FileThatIsNoReport_SaysSo(string text)
    {
        using var binex = new BinexHere();
        var path = binex.Write("other.json", text);

        (await binex.RunAsync("report", path)).ShouldFail(2, "other.json", "no report");
    }

    [Fact]
    public async Task Report_OfEveryForm_IsWritten()
    {
        using var binex = new BinexHere();
        (await binex.RunAsync("run", binex.Write("ok.yaml", Samples.Ok))).ShouldExit(0);
        string[] files = ["out/a.html", "a.json", "a.md", "a.xml", "a.txt"];

        (await binex.RunAsync(["report", "latest", .. files.SelectMany(file => new[] { "--out", file })])).ShouldExit(0).Out.ShouldContain("wrote a.xml");

        files.ShouldAllBe(file => new FileInfo(binex.PathOf(file)).Length > 0);
        (await binex.RunAsync("report", binex.PathOf("a.json"))).ShouldExit(0).Out.ShouldContain("completed");
    }

    [Fact]
    public async Task Run_EndpointThatNobodyListensAt_IsUnreachable()
    {
        using var binex = new BinexHere();
        binex.Environment["OPENAI_API_KEY"] = "sk-not-used-000000";
        using var reserved = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((System.Net.IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();
        var path = binex.Write("closed.yaml", $$"""
            name: closed
            nodes:
              ask:
                agent: llm://gpt-4o-mini
                prompt: Hi
                config: { api_base: "http://127.0.0.1:{{port}}/v1" }
                retry_policy: { max_attempts: 2, backoff: none }
            """);

        var result = (await binex.RunAsync("run", path)).ShouldExit(5);

        (result.Out + result.Error).ShouldContain($"127.0.0.1:{port}");
    }
}
