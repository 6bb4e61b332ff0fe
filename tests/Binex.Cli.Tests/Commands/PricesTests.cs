using Binex.Cli.Tests.Processes;

namespace Binex.Cli.Tests.Commands;

public sealed class PricesTests
{
    private const string Newer = """
        {"gpt-4o-mini": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06},
         "new-model": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06},
         "nothing": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 0, "output_cost_per_token": 0}}
        """;

    [Fact]
    public async Task Update_ANewerList_IsUsedFromThenOn()
    {
        using var binex = new BinexHere();
        binex.Write("newer.json", Newer);
        (await binex.RunAsync("prices", "show", "new-model")).ShouldFail(2, "new-model");

        var difference = (await binex.RunAsync("prices", "diff", "newer.json")).ShouldExit(0);
        var updated = (await binex.RunAsync("prices", "update", "newer.json", "--as-of", "2026-11-01", "--format", "json")).ShouldExit(0);

        difference.Out.ShouldContain("1 differ, 1 are new, 1 were left out");
        updated.Json.GetProperty("added")[0].GetString().ShouldBe("new-model");
        updated.Json.GetProperty("changed")[0].GetProperty("model").GetString().ShouldBe("gpt-4o-mini");
        updated.Json.GetProperty("leftOut")[0].GetProperty("model").GetString().ShouldBe("nothing");
        (await binex.RunAsync("prices", "show", "openai/gpt-4o-mini")).ShouldExit(0).Out.ShouldContain("2026-11-01");
        (await binex.RunAsync("prices", "list", "--match", "gpt-4o-mini", "--format", "json")).ShouldExit(0).Json
            .GetProperty("models").EnumerateArray().Single(model => model.GetProperty("model").GetString() == "gpt-4o-mini").GetProperty("input").GetString().ShouldBe("1");
        (await binex.RunAsync("prices", "update")).ShouldExit(0).Out.ShouldContain("0 differ, 0 are new");
        (await binex.RunAsync("run", binex.Write("new.yaml", "name: new\nnodes:\n  a: { agent: llm://new-model, prompt: Hello. }\n"), "--simulate")).ShouldExit(0);
    }

    [Fact]
    public async Task Import_PricesOfOnesOwn_LieOverTheList()
    {
        using var binex = new BinexHere();
        binex.Write("own.json", """{"my-gateway/large": {"input": 1.10, "output": 4.40}}""");

        (await binex.RunAsync("prices", "import", "own.json")).ShouldExit(0).Out.ShouldContain("new: my-gateway/large");

        (await binex.RunAsync("prices", "show", "my-gateway/large")).ShouldExit(0).Out.ShouldContain("$4.4 per million");
    }

    [Fact]
    public async Task Show_APriceOfTheProject_SaysWhereItIsWritten()
    {
        using var binex = new BinexHere();
        binex.Write("binex.yaml", "prices:\n  my-gateway/large: { input: 1.10, output: 4.40 }\n");

        var shown = (await binex.RunAsync("prices", "show", "my-gateway/large")).ShouldExit(0).Out;

        shown.ShouldContain("$4.4 per million");
        shown.ShouldContain("binex.yaml");
        (await binex.RunAsync("prices", "list", "--match", "my-gateway")).ShouldExit(0).Out.ShouldContain("my-gateway/large");
        var known = (await binex.RunAsync("prices", "show", "gpt-4o", "--format", "json")).ShouldExit(0).Json.GetProperty("models")[0];
        known.GetProperty("maxOutputTokens").GetInt64().ShouldBeGreaterThan(0);
        known.GetProperty("features").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("missing.json", 2, "there is no file 'missing.json'")]
    [InlineData("bad.json", 2, "no list of prices")]
    [InlineData("http://example.com/prices.json", 2, "https://")]
    [InlineData("ftp://example.com/prices.json", 2, "https://")]
    public async Task Update_WhatIsNoList_ChangesNothing(string source, int exitCode, string says)
    {
        using var binex = new BinexHere();
        binex.Write("bad.json", "<html>");

        (await binex.RunAsync("prices", "update", source)).ShouldFail(exitCode, says);

        File.Exists(binex.PathOf(".binex", "prices.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Update_NoListWasTakenBefore_SaysSo()
    {
        using var binex = new BinexHere();

        (await binex.RunAsync("prices", "update")).ShouldFail(2, "no list was taken before", "prices update SOURCE");
    }

    [Fact]
    public async Task Show_TheFileWasChangedByHand_SaysSo()
    {
        using var binex = new BinexHere();
        binex.Write(".binex/prices.json", "{}");

        (await binex.RunAsync("prices", "show", "gpt-4o")).ShouldFail(5, "prices.json", "not as Binex wrote them");
    }
}
