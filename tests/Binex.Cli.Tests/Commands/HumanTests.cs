using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

public sealed class HumanTests
{
    [Theory]
    [InlineData(0, "--answer", "topic=bread", "--approve", "gate")]
    [InlineData(0, "--answer", "TOPIC=bread", "--approve-all")]
    [InlineData(1, "--answer", "topic=bread")]
    [InlineData(1, "--approve-all")]
    public async Task Run_AnswersFromOptions_AreUsed(int exitCode, params string[] options)
    {
        using var binex = new BinexHere();
        var path = binex.Write("humans.yaml", Samples.Humans);

        var result = (await binex.RunAsync(["run", path, .. options])).ShouldExit(exitCode);

        if (exitCode == 0)
        {
            result.Out.ShouldContain("bread");
        }
    }

    [Fact]
    public async Task Run_Rejected_TellsSo()
    {
        using var binex = new BinexHere();
        var path = binex.Write("humans.yaml", Samples.Humans);

        var result = await binex.RunAsync("run", path, "--answer", "topic=bread", "--answer", "gate=too dry", "--reject", "gate");

        result.ShouldExit(0).Out.ShouldContain("reject");
    }

    [Fact]
    public async Task Run_NobodyThere_NamesTheOptions()
    {
        using var binex = new BinexHere();
        var path = binex.Write("humans.yaml", Samples.Humans);

        var input = (await binex.RunAsync("run", path)).ShouldExit(1);
        (input.Out + input.Error).ShouldContain("--answer topic=");

        var approval = (await binex.RunAsync("run", path, "--answer", "topic=bread")).ShouldExit(1);
        (approval.Out + approval.Error).ShouldContain("--approve gate");
    }

    [Fact]
    public async Task Run_AtATerminal_Asks()
    {
        using var binex = new BinexHere();
        var path = binex.Write("humans.yaml", Samples.Humans);
        var console = new FakeConsole { IsInTerminal = true, In = new StringReader("bread\nperhaps\ny\n") };

        var result = (await binex.RunAsync(console, "run", path)).ShouldExit(0);

        result.Error.ShouldContain("What about?");
        result.Error.ShouldContain("approve? [y/n]");
        result.Out.ShouldContain("bread");
    }

    [Fact]
    public async Task Run_TerminalIsClosed_FailsInsteadOfWaiting()
    {
        using var binex = new BinexHere();
        var path = binex.Write("humans.yaml", Samples.Humans);
        var console = new FakeConsole { IsInTerminal = true };

        (await binex.RunAsync(console, "run", path)).ShouldExit(1);
    }
}
