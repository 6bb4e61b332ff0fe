using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Help;

/// <summary>The help of every command as it was approved: read it when it changes (BINEX_REWRITE=1 approves).</summary>
public sealed class HelpTests
{
    private const int Columns = 100;

    public static TheoryData<string> Commands =>
        [
            "", "hello", "validate", "plan", "diff", "run", "resume", "cancel", "report", "runs", "runs list", "runs show", "cost", "cost show", "cost history",
            "cost forecast", "cost simulate", "comment", "prices", "prices show", "prices diff", "prices update", "prices import", "config", "explain", "schema",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfCommand_IsAsApproved(string command)
    {
        using var binex = new BinexHere();
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var help = (await binex.RunAsync([.. words, "-h"])).ShouldExit(0).Out;

        help.Split('\n').ShouldAllBe(line => line.Length <= Columns);
        (await binex.RunAsync([.. words, "--help"])).ShouldExit(0).Out.ShouldBe(help);
        var approved = Repository.PathOf("tests", "Binex.Cli.Tests", "Help", $"{(command.Length == 0 ? "binex" : command.Replace(' ', '-'))}.txt");
        if (Repository.Rewrites)
        {
            File.WriteAllText(approved, help);
        }

        help.ShouldBe(File.ReadAllText(approved).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Binex_WithoutArguments_ShowsItsHelp()
    {
        using var binex = new BinexHere();

        (await binex.RunAsync()).ShouldExit(0).Out.ShouldBe((await binex.RunAsync("-h")).Out);
    }

    [Fact]
    public async Task Version_IsThatOfTheAssembly()
    {
        using var binex = new BinexHere();

        (await binex.RunAsync("--version")).ShouldExit(0).Out.Trim().ShouldBe(ToolVersion.Text);
    }
}
