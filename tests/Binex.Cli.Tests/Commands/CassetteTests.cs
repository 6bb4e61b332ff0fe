using System.Text.Json;
using Binex.Cli.Tests.Processes;
using Binex.Testing.FakeProvider;

namespace Binex.Cli.Tests.Commands;

/// <summary>Runs that are recorded against a provider, and replayed where there is none.</summary>
public sealed class CassetteTests : IDisposable
{
    private const string Workflow = """
        name: taped
        vars: { topic: "Kühe & <Käse>" }
        budget: { max_cost: 1.00, unpriced: allow }
        nodes:
          draft: { agent: llm://gpt-4o-mini, prompt: "Write about ${user.topic}", config: { api_base: "${env.GATEWAY}", temperature: 0.5, extra: { b: 1, a: { d: 2, c: 3 } } } }
          rate:
            agent: llm://gpt-4o-mini
            prompt: "Rate: ${draft.output}"
            config: { api_base: "${env.GATEWAY}" }
            output_schema: { type: object, required: [score], properties: { score: { type: number } } }
          tell: { agent: local://template, inputs: { template: "${draft.output} / ${rate.output.score}" } }
        outputs: { text: "${tell.output}", score: "${rate.output}" }
        """;

    private readonly BinexProcess _there = new();
    private readonly BinexProcess _here = new();

    public void Dispose()
    {
        _there.Dispose();
        _here.Dispose();
    }

    [Fact]
    public async Task Replay_WithoutANetwork_InAnotherFolderAndLocale_GivesTheSameBytesAndTheCostThatItHad()
    {
        JsonElement recorded;
        string address;
        await using (var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = call => FakeReply.Answer(call.Marker.StartsWith("Answer", StringComparison.Ordinal) && call.Times == 1 ? "no json" : call.Marker.StartsWith("Answer", StringComparison.Ordinal) ? "{\"score\": 1234.5,}" : "İki büyük sığır, 1.234,5 km"),
        }))
        {
            address = server.Address;
            Prepare(_there, address);
            recorded = (await _there.RunAsync("run", "taped.yaml", "--record", "tape", "--format", "json")).ShouldExit(0).Json;
            server.Calls.Count.ShouldBe(3);
        }

        // The provider is gone: its port is closed.
        Prepare(_here, address);
        foreach (var (name, value) in new[] { ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Auckland") })
        {
            _here.Environment[name] = value;
        }

        Directory.Move(_there.PathOf("tape"), _here.PathOf("moved tape"));
        _here.Environment.Remove("OPENAI_API_KEY");
        var replayed = (await _here.RunAsync("run", "taped.yaml", "--replay", "moved tape", "--format", "json")).ShouldExit(0).Json;
        var report = (await _here.RunAsync("report", "latest", "--format", "json")).ShouldExit(0).Json;

        replayed.GetProperty("outputs").GetRawText().ShouldBe(recorded.GetProperty("outputs").GetRawText());
        replayed.GetProperty("outputs").GetProperty("text").GetString().ShouldBe("İki büyük sığır, 1.234,5 km / 1234.5");
        replayed.GetProperty("cost").GetString().ShouldBe("0");
        replayed.GetProperty("calls").GetInt32().ShouldBe(0);
        replayed.GetProperty("liveCost").GetString().ShouldBe(recorded.GetProperty("cost").GetString());
        decimal.Parse(replayed.GetProperty("liveCost").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        report.GetProperty("run").GetProperty("cassette").GetString().ShouldBe("moved tape");
        report.GetProperty("totals").GetProperty("savedCost").GetString().ShouldBe(recorded.GetProperty("cost").GetString());
        Artifacts(_here).ShouldBeSubsetOf(Artifacts(_there).Concat(Requests(_here)));
    }

    [Fact]
    public async Task Replay_OfARequestThatChanged_NamesTheNodeAndWhatDiffers()
    {
        Prepare(_here, "http://127.0.0.1:9/v1");
        (await _here.RunAsync("run", "taped.yaml", "--simulate", "--record", "tape", "-q")).ShouldExit(0);

        var text = (await _here.RunAsync("run", "taped.yaml", "--replay", "tape", "--var", "topic=goats", "-q")).ShouldExit(1);
        var asked = (await _here.RunAsync("run", "taped.yaml", "--replay", "tape", "--var", "topic=goats", "--allow-miss", "--simulate", "--format", "json")).ShouldExit(0);

        text.Out.ReplaceLineEndings(" ").ShouldContain("draft failed (cassette)");
        text.Out.ShouldContain("draft.");
        text.Out.ShouldContain("cassette 'tape'");
        text.Out.ShouldContain("is 'Write about goats'");
        asked.Json.GetProperty("calls").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Replay_OfARunThatTheProviderRefused_FailsAsItDid()
    {
        await using (var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Error(400, "context_length_exceeded", "8,193 tokens are too many") }))
        {
            Prepare(_here, server.Address);
            (await _here.RunAsync("run", "taped.yaml", "--record", "tape", "-q")).ShouldExit(1);
        }

        (await _here.RunAsync("run", "taped.yaml", "--replay", "tape", "-q")).ShouldExit(1);
        var call = (await _here.RunAsync("report", "latest", "--format", "json")).ShouldExit(0).Json.GetProperty("nodes")[0].GetProperty("attempts")[0].GetProperty("calls")[0];

        call.GetProperty("reusedFrom").GetString().ShouldBe("cassette");
        call.GetProperty("error").GetProperty("kind").GetString().ShouldBe("context_too_long");
        call.GetProperty("error").GetRawText().ShouldContain("8,193 tokens are too many");
    }

    [Theory]
    [InlineData("--allow-miss", "--replay DIR")]
    [InlineData("--replay nowhere", "there is no cassette 'nowhere'")]
    [InlineData("--record taped.yaml", "nothing can be recorded in")]
    public async Task Run_WithACassetteThatCannotBe_SaysWhy(string arguments, string says)
    {
        Prepare(_here, "http://127.0.0.1:9/v1");

        (await _here.RunAsync(["run", "taped.yaml", .. arguments.Split(' ')])).ShouldFail(2, says);

        Directory.Exists(_here.PathOf(".binex", "runs")).ShouldBeFalse();
    }

    private static void Prepare(BinexProcess binex, string address)
    {
        binex.Write("taped.yaml", Workflow);
        binex.Environment["GATEWAY"] = address;
        binex.Environment["OPENAI_API_KEY"] = "sk-test-0123456789";
    }

    private static string[] Artifacts(BinexProcess binex) =>
        [.. Directory.GetFiles(binex.PathOf(".binex", "artifacts"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path))];

    // A request is kept without its address when it is not sent.
    private static IEnumerable<string> Requests(BinexProcess binex)
    {
        var journal = Directory.GetFiles(binex.PathOf(".binex", "runs"), "journal.jsonl", SearchOption.AllDirectories).Single();
        return File.ReadLines(journal).Select(line => JsonElement.Parse(line)).Where(line => line.GetProperty("type").ValueEquals("call.reused"))
            .Select(line => line.GetProperty("request").GetString()!);
    }
}
