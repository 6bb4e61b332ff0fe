using System.Text.RegularExpressions;
using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests;

/// <summary>The examples run as they are.</summary>
public sealed class ExamplesTests
{
    private const int Fewest = 15;

    public static TheoryData<string> Names => [.. Directory.GetFiles(Repository.PathOf("examples"), "*.yaml").Select(file => Path.GetFileName(file)).Order()];

    [Fact]
    public void Examples_AreEnough() => Names.Count.ShouldBeGreaterThanOrEqualTo(Fewest);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Run_Simulated_EndsAsItsCommentSays(string name)
    {
        using var binex = new BinexProcess();
        var text = File.ReadAllText(Repository.PathOf("examples", name));
        var expected = Regex.Match(text, @"^# expect: exit (\d+)$", RegexOptions.Multiline) is { Success: true } match ? int.Parse(match.Groups[1].Value) : 0;

        (await binex.RunAsync("run", Repository.PathOf("examples", name), "--simulate")).ShouldExit(expected);
    }

    [Fact]
    public async Task Validate_Examples_HaveRemarksAtMost()
    {
        using var binex = new BinexProcess();

        var result = await binex.RunAsync("validate", Repository.PathOf("examples"), "--format", "json");

        result.ShouldExit(0).Json.GetProperty("diagnostics").EnumerateArray()
            .ShouldAllBe(finding => finding.GetProperty("severity").GetString() == "info", result.ToString());
        result.Json.GetProperty("summary").GetProperty("files").GetInt32().ShouldBe(Names.Count);
    }
}
