using System.Globalization;
using System.Text.Json;
using Binex.Cli.Tests.Processes;
using Binex.Testing.FakeProvider;

namespace Binex.Cli.Tests.Telemetry;

/// <summary>What a collector sees of a run.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Parent = "b7ad6b7169203331";
    private const string Workflow = """
        name: watched
        nodes:
          draft:
            agent: llm://gpt-4o-mini
            system_prompt: "canary-system"
            prompt: "canary-prompt"
            config: { api_base: "${env.GATEWAY}", temperature: 0.5, max_tokens: 300, stop: [END] }
            output_schema: { type: object, required: [score], properties: { score: { type: integer } } }
          tell: { agent: local://template, inputs: { template: "${draft.output.score}" } }
          poor: { agent: llm://gpt-4o-mini, prompt: "canary-poor ${tell.output}", config: { api_base: "${env.GATEWAY}" }, budget: 0.0000001 }
        """;

    private readonly BinexProcess _binex = new();

    public void Dispose() => _binex.Dispose();

    [Fact]
    public async Task Collector_SeesTheTreeWithNamesUnitsAndCosts_AndNoText()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var report = await RunAsync("--otlp", receiver.Address);

        var run = receiver.Spans.Single(span => span.Name == "invoke_workflow watched");
        (run.TraceId, run.ParentId).ShouldBe((Trace, Parent));
        run.Tags["gen_ai.operation.name"].ShouldBe("invoke_workflow");
        run.Tags["gen_ai.workflow.name"].ShouldBe("watched");
        run.Tags["binex.run.id"].ShouldBe(report.GetProperty("run").GetProperty("id").GetString());
        run.Tags["binex.cost.amount"].ShouldBe(report.GetProperty("totals").GetProperty("cost").GetString());
        run.Tags["error.type"].ShouldBe("over_budget");

        Children(receiver, run).ShouldBe(["invoke_agent draft", "invoke_agent tell", "invoke_agent poor"]);
        var draft = receiver.Spans.Single(span => span.Name == "invoke_agent draft");
        draft.Tags["gen_ai.agent.name"].ShouldBe("draft");
        draft.Tags["gen_ai.provider.name"].ShouldBe("openai");
        draft.Tags["binex.node.status"].ShouldBe("completed");
        draft.Tags["binex.cost.amount"].ShouldBe(run.Tags["binex.cost.amount"]);
        Children(receiver, draft).ShouldBe(["attempt 1", "attempt 2"]);
        var attempts = receiver.Spans.Where(span => span.ParentId == draft.Id).OrderBy(span => span.Name).ToList();
        attempts[0].Tags["error.type"].ShouldBe("schema");
        (attempts[0].Status, attempts[0].Description).ShouldBe((2, ""));
        attempts[1].Tags["binex.attempt.repair"].ShouldBe("removed a code fence");

        attempts.ShouldAllBe(attempt => Children(receiver, attempt).Single() == "chat gpt-4o-mini");
        var call = receiver.Spans.Single(span => span.ParentId == attempts[0].Id);
        const int Client = 3;
        call.Kind.ShouldBe(Client);
        call.TraceId.ShouldBe(Trace);
        call.Duration.ShouldBeGreaterThan(TimeSpan.Zero);
        var billed = report.GetProperty("nodes")[0].GetProperty("attempts")[0].GetProperty("calls")[0];
        foreach (var (name, value) in new[]
        {
            ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o-mini"), ("gen_ai.request.max_tokens", "300"),
            ("gen_ai.request.temperature", "0.5"), ("gen_ai.request.stop_sequences", "END"), ("gen_ai.output.type", "json"), ("gen_ai.response.model", "gpt-4o-mini"),
            ("gen_ai.response.finish_reasons", "stop"), ("gen_ai.usage.input_tokens", billed.GetProperty("usage").GetProperty("input").GetRawText()),
            ("gen_ai.usage.output_tokens", billed.GetProperty("usage").GetProperty("output").GetRawText()), ("binex.call.outcome", "answered"),
            ("binex.cost.amount", billed.GetProperty("cost").GetString()), ("binex.cost.currency", "USD"), ("binex.reservation.amount", billed.GetProperty("held").GetString()),
        })
        {
            call.Tags[name].ShouldBe(value, name);
        }

        var poor = receiver.Spans.Single(span => span.Name == "invoke_agent poor");
        var (refused, why) = receiver.Spans.Single(span => span.ParentId == poor.Id).Events.ShouldHaveSingleItem();
        (refused, why["binex.refusal.account"], why["binex.refusal.metric"]).ShouldBe(("binex.call.refused", "run/poor", "cost"));

        receiver.Resource["service.name"].ShouldBe("binex");
        receiver.SchemaUrls.ShouldBe(["https://opentelemetry.io/schemas/1.41.1"]);
        receiver.Everything.ShouldNotContain("canary");
        receiver.Everything.ShouldNotContain("twelve");
    }

    [Fact]
    public async Task Collector_SeesTheMetrics()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        _binex.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address;
        var report = await RunAsync();

        Units(receiver).ShouldBe(
            ["binex.cost {USD}", "binex.refusals {refusal}", "binex.reservation {USD}", "gen_ai.client.operation.duration s", "gen_ai.client.token.usage {token}"]);
        var tokens = receiver.Metrics.Where(metric => metric.Name == "gen_ai.client.token.usage").ToList();
        var total = report.GetProperty("totals").GetProperty("tokens");
        tokens.Single(metric => metric.Tags["gen_ai.token.type"] == "input").Sum.ShouldBe(total.GetProperty("input").GetInt64());
        tokens.Single(metric => metric.Tags["gen_ai.token.type"] == "output").Sum.ShouldBe(total.GetProperty("output").GetInt64());
        foreach (var metric in tokens)
        {
            (metric.Count, metric.Bounds[0], metric.Bounds[^1]).ShouldBe((2, 1, 67108864));
        }

        var duration = receiver.Metrics.Single(metric => metric.Name == "gen_ai.client.operation.duration");
        (duration.Count, duration.Bounds[0], duration.Bounds[^1]).ShouldBe((2, 0.01, 81.92));
        duration.Tags.ShouldContainKeyAndValue("gen_ai.provider.name", "openai");
        receiver.Metrics.Single(metric => metric.Name == "binex.cost").Sum.ToString(CultureInfo.InvariantCulture).ShouldBe(report.GetProperty("totals").GetProperty("cost").GetString());
        receiver.Metrics.Single(metric => metric.Name == "binex.refusals").Sum.ShouldBe(1);
    }

    [Fact]
    public async Task Content_IsSentWhenItIsAskedFor()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await RunAsync("--otlp", receiver.Address, "--otlp-content");

        var call = receiver.Spans.First(span => span.Name == "chat gpt-4o-mini");
        call.Tags["gen_ai.input.messages"].ShouldBe("""[{"role":"user","parts":[{"type":"text","content":"canary-prompt"}]}]""");
        call.Tags["gen_ai.output.messages"].ShouldBe("""[{"role":"assistant","parts":[{"type":"text","content":"twelve"}],"finish_reason":"stop"}]""");
        call.Tags["gen_ai.system_instructions"].ShouldStartWith("""[{"type":"text","content":"canary-system""");
    }

    [Fact]
    public async Task ACollectorThatIsNotThere_CostsTheRunNothing()
    {
        _binex.Write("watched.yaml", "name: w\nnodes: { a: { agent: llm://gpt-4o-mini, prompt: x } }\n");

        var run = (await _binex.RunAsync("run", "watched.yaml", "--simulate", "--otlp", "http://127.0.0.1:9")).ShouldExit(0);

        run.Error.ShouldContain("note: not all telemetry was delivered: http://127.0.0.1:9/v1/traces: Connection refused");
        (await _binex.RunAsync("run", "watched.yaml", "--simulate", "--otlp", "localhost")).ShouldFail(2, "--otlp takes the address of a collector");
    }

    [Fact]
    public async Task ACollectorThatRefuses_CostsTheRunNothingAndIsSaid()
    {
        _binex.Write("watched.yaml", "name: w\nnodes: { a: { agent: llm://gpt-4o-mini, prompt: x } }\n");
        await using var web = await OtlpReceiver.StartAsync(status: 401);

        var overHttp = (await _binex.RunAsync("run", "watched.yaml", "--simulate", "--otlp", web.Address)).ShouldExit(0);

        overHttp.Error.ShouldContain($"note: not all telemetry was delivered: {web.Address}/v1/traces: the collector answered with status 401");

        await using var grpc = await OtlpReceiver.StartAsync(grpcStatus: "8");
        _binex.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";

        var overGrpc = (await _binex.RunAsync("run", "watched.yaml", "--simulate", "--otlp", grpc.Address)).ShouldExit(0);

        overGrpc.Error.ShouldContain("the collector answered with gRPC status 8: no room");
    }

    [Fact]
    public async Task NoCollector_LoadsNoPackage()
    {
        _binex.Write("watched.yaml", "name: w\nnodes: { a: { agent: llm://gpt-4o-mini, prompt: x } }\n");
        var program = new DirectoryInfo(Path.GetDirectoryName(_binex.Program)!);
        var copy = Directory.CreateDirectory(_binex.PathOf("program"));
        foreach (var file in program.GetFiles("*", SearchOption.AllDirectories).Where(file => !file.Name.StartsWith("OpenTelemetry", StringComparison.Ordinal)))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(program.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }

        _binex.Program = Path.Combine(copy.FullName, Path.GetFileName(_binex.Program));

        (await _binex.RunAsync("run", "watched.yaml", "--simulate")).ShouldExit(0);
    }

    private static IEnumerable<string> Children(OtlpReceiver receiver, ReceivedSpan parent) =>
        receiver.Spans.Where(span => span.ParentId == parent.Id).Select(span => span.Name).OrderBy(name => name switch { "invoke_agent draft" => 0, "invoke_agent tell" => 1, _ => 2 }).ThenBy(name => name);

    private static IEnumerable<string> Units(OtlpReceiver receiver) =>
        receiver.Metrics.Select(metric => $"{metric.Name} {metric.Unit}").Distinct().Order(StringComparer.Ordinal);

    private async Task<JsonElement> RunAsync(params string[] arguments)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = call => FakeReply.Answer(call.Number == 1 ? "twelve" : "```json\n{\"score\": 12}\n```"),
        });
        _binex.Write("watched.yaml", Workflow);
        _binex.Environment["GATEWAY"] = server.Address;
        _binex.Environment["OPENAI_API_KEY"] = "sk-test-0123456789";
        _binex.Environment["TRACEPARENT"] = $"00-{Trace}-{Parent}-01";
        var run = await _binex.RunAsync(["run", "watched.yaml", "-q", "--report", "report.json", .. arguments]);
        run.ExitCode.ShouldBe(3, run.ToString());
        return JsonElement.Parse(await File.ReadAllTextAsync(_binex.PathOf("report.json")));
    }
}
