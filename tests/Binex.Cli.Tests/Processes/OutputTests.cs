namespace Binex.Cli.Tests.Processes;

/// <summary>What a command says must arrive, or it says that it did not.</summary>
public sealed class OutputTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "> /dev/full", "No space left on device" },
        { ">&-", "Bad file descriptor" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task OutputThatCannotBeWritten_IsASentenceAndFive(string target, string why)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the device that is always full is one of Linux");
        using var binex = new BinexProcess();
        binex.Write("ok.yaml", Samples.Model);
        var program = binex.Program;
        binex.Program = "/bin/sh";

        foreach (var command in (string[])["validate ok.yaml", "validate ok.yaml --format json", "schema workflow", "--help", "run ok.yaml --simulate --format json"])
        {
            var result = await binex.RunAsync("-c", $"'{program}' {command} {target}");

            result.ShouldExit(5).Error.ShouldEndWith($"error: the output could not be written: {why}\n", customMessage: command);
            result.Error.ShouldNotContain("   at ");
        }
    }

    [Fact]
    public async Task AReaderThatStops_IsNoMistake()
    {
        using var binex = new BinexProcess();
        var program = binex.Program;
        binex.Program = "/bin/sh";

        (await binex.RunAsync("-c", $"'{program}' schema workflow | head -n 1")).ShouldExit(0).Error.ShouldBe("");
    }
}
