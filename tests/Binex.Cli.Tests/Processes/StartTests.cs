namespace Binex.Cli.Tests.Processes;

/// <summary>A command starts without what only other commands need: it runs where that is not even there.</summary>
public sealed class StartTests
{
    private static readonly string[] NotNeeded =
    [
        "Binex.Ci", "Binex.Engine", "Binex.Reports", "Binex.Store", "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.AI.OpenAI", "Octokit", "OpenAI",
        "Scriban.Signed", "Scriban", "Spectre.Console", "Spectre.Console.Ansi", "System.ClientModel",
    ];

    [Fact]
    public async Task Validate_WithoutTheLibrariesOfOtherCommands_Works()
    {
        using var binex = new BinexProcess();
        binex.Write("ok.yaml", Samples.Model);
        var built = Path.GetDirectoryName(binex.Program)!;
        var poor = Directory.CreateDirectory(binex.PathOf("poor")).FullName;
        foreach (var file in Directory.GetFiles(built).Where(file => !file.EndsWith(".deps.json", StringComparison.Ordinal)))
        {
            if (!NotNeeded.Contains(Path.GetFileNameWithoutExtension(file)))
            {
                File.Copy(file, Path.Combine(poor, Path.GetFileName(file)));
            }
        }

        binex.Program = Path.Combine(poor, Path.GetFileName(binex.Program));

        (await binex.RunAsync("validate", "ok.yaml")).ShouldExit(0);
        (await binex.RunAsync("validate", binex.Write("bad.yaml", Samples.Invalid))).ShouldExit(2).Out.ShouldContain("BNX2001");
        (await binex.RunAsync("validate", "ok.yaml", "--format", "json")).ShouldExit(0);
        (await binex.RunAsync("explain", "BNX2001")).ShouldExit(0);
    }
}
