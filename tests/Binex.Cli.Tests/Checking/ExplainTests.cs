using Binex.Cli.Tests.Processes;
using Binex.Core.Diagnostics;

namespace Binex.Cli.Tests.Checking;

/// <summary><c>explain</c> prints the page of every code.</summary>
public sealed class ExplainTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(kind => kind.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Explain_Code_PrintsItsWholePage(string code)
    {
        using var binex = new BinexHere();
        var page = File.ReadAllLines(Repository.PathOf("docs", "diagnostics", $"{code}.md"));

        var result = (await binex.RunAsync("explain", code.ToLowerInvariant())).ShouldExit(0).Out;

        result.ShouldStartWith($"{code} (");
        var words = result.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var expected = page.Skip(3).Where(line => !line.StartsWith("```", StringComparison.Ordinal)).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(word => word != "##");
        words[2..].ShouldBe([.. page[0].Split(": ", 2)[1].Split(' '), .. expected]);
        result.ShouldNotContain("```");
        result.Split('\n').Where(line => !line.StartsWith("    ", StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 100);

        var json = (await binex.RunAsync("explain", code, "--format", "json")).ShouldExit(0).Json.GetProperty("diagnostics")[0];
        json.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("heading").GetString())
            .ShouldBe(page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
    }

    [Fact]
    public async Task Explain_OnATerminal_HasColours()
    {
        using var binex = new BinexHere();

        (await binex.RunAsync(new FakeConsole { IsOutTerminal = true, Width = 60 }, "explain", "BNX2013")).ShouldExit(0).Out.ShouldContain("\e[1mWhy it matters\e[0m");
    }

    [Fact]
    public async Task Explain_WithoutACode_ListsAll()
    {
        using var binex = new BinexHere();

        (await binex.RunAsync("explain")).ShouldExit(0).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(DiagnosticCatalog.All.Count);
    }
}
