using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Binex.Cli.Tests.Help;
using Binex.Cli.Tests.Processes;
using Binex.Core.Runs;

namespace Binex.Cli.Tests.Architecture;

/// <summary>docs/cli.md tells of every command, every option and every exit code.</summary>
public sealed partial class CliDocsTests
{
    private static readonly string Docs = File.ReadAllText(Repository.PathOf("docs", "cli.md"));

    [Fact]
    public void Docs_HaveEveryExitCode()
    {
        var codes = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (int)field.GetRawConstantValue()!).ToList();

        codes.Count.ShouldBeGreaterThan(5);
        codes.ShouldAllBe(code => Docs.Contains($"\n| {code.ToString(CultureInfo.InvariantCulture)} |", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HelpTests.Commands), MemberType = typeof(HelpTests))]
    public async Task Docs_HaveEveryCommandWithItsOptions(string command)
    {
        using var binex = new BinexHere();
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var help = (await binex.RunAsync([.. words, "-h"])).ShouldExit(0).Out;

        Docs.ShouldContain(string.Join(' ', ["dotnet binex", .. words]));
        Option().Matches(help).Select(match => match.Groups[1].Value).ShouldAllBe(option => Docs.Contains($"`{option}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^ +(?:-\w, )?(--[\w-]+)", RegexOptions.Multiline)]
    private static partial Regex Option();
}
