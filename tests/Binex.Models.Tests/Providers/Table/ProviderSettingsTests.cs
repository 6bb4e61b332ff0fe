using System.Text.Json;
using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers.Table;

/// <summary>What each SDK puts on the wire.</summary>
public sealed class ProviderSettingsTests
{
    private static readonly ChatRequest Everything = new("", [new ChatMessage(ChatRole.System, "be brief"), new ChatMessage(ChatRole.User, "hi")], 4_000)
    {
        Temperature = 0.5,
        TopP = 0.25,
        Seed = 42,
        Stop = ["END"],
        ReasoningEffort = "low",
        CachePrompt = true,
        OutputSchema = JsonElement.Parse("""{"type":"object","properties":{"a":{"type":"string"}}}"""),
        Extra = JsonElement.Parse("""{"top_k":5,"temperature":2,"options":{"num_ctx":8192,"num_predict":99999}}"""),
    };

    [Fact]
    public async Task Anthropic_EverySetting_IsSentInItsWords()
    {
        var body = await BodyAsync(ProviderKind.Anthropic, Everything);

        body.GetProperty("max_tokens").GetInt32().ShouldBe(4_000);
        body.GetProperty("temperature").GetDouble().ShouldBe(0.5, "what a workflow adds does not go before what it sets");
        body.GetProperty("top_p").GetDouble().ShouldBe(0.25);
        body.GetProperty("top_k").GetInt32().ShouldBe(5);
        body.GetProperty("stop_sequences")[0].GetString().ShouldBe("END");
        body.TryGetProperty("seed", out _).ShouldBeFalse();
        body.GetProperty("thinking").GetRawText().ShouldBe("""{"type":"enabled","budget_tokens":1024}""");
        body.GetProperty("output_config").GetProperty("format").GetProperty("type").GetString().ShouldBe("json_schema");
        body.GetProperty("system")[0].GetProperty("text").GetString().ShouldBe("be brief");
        body.GetProperty("system")[0].GetProperty("cache_control").GetProperty("type").GetString().ShouldBe("ephemeral");
        body.GetProperty("messages").GetArrayLength().ShouldBe(1);
        body.GetProperty("messages")[0].GetProperty("content")[0].TryGetProperty("cache_control", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Anthropic_NoSystemMessage_CachesThePrompt()
    {
        var body = await BodyAsync(ProviderKind.Anthropic, Everything with { Messages = [new ChatMessage(ChatRole.User, "hi")] });

        body.GetProperty("messages")[0].GetProperty("content")[0].GetProperty("cache_control").GetProperty("type").GetString().ShouldBe("ephemeral");
    }

    [Theory]
    [InlineData("claude-sonnet-4-5", "high", 4_000, """{"type":"enabled","budget_tokens":3000}""", null)]
    [InlineData("claude-3-7-sonnet-20250219", "medium", 4_000, """{"type":"enabled","budget_tokens":2000}""", null)]
    [InlineData("claude-sonnet-4-5", "low", 1_024, null, null)]
    [InlineData("claude-sonnet-4-5", "none", 4_000, null, null)]
    [InlineData("claude-opus-4-6", "high", 4_000, """{"type":"adaptive"}""", """{"effort":"high"}""")]
    [InlineData("claude-sonnet-5", "minimal", 4_000, """{"type":"adaptive"}""", """{"effort":"low"}""")]
    public async Task Anthropic_ReasoningEffort_IsSaidAsTheModelKnowsIt(string model, string effort, int limit, string? thinking, string? config)
    {
        var body = await BodyAsync(
            ProviderKind.Anthropic, new ChatRequest("", [new ChatMessage(ChatRole.User, "hi")], limit) { ReasoningEffort = effort }, $"anthropic/{model}");

        (body.TryGetProperty("thinking", out var sent) ? sent.GetRawText() : null).ShouldBe(thinking);
        (body.TryGetProperty("output_config", out var configured) ? configured.GetRawText() : null).ShouldBe(config);
    }

    [Fact]
    public async Task Ollama_EverySetting_IsSentInItsWords()
    {
        var body = await BodyAsync(ProviderKind.Ollama, Everything);

        var options = body.GetProperty("options");
        options.GetProperty("num_predict").GetInt32().ShouldBe(4_000, "nothing that a workflow adds lifts the limit that was paid for");
        options.GetProperty("num_ctx").GetInt32().ShouldBe(8_192);
        options.GetProperty("seed").GetInt32().ShouldBe(42);
        options.GetProperty("stop")[0].GetString().ShouldBe("END");
        options.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        body.GetProperty("think").GetString().ShouldBe("low");
        body.GetProperty("format").GetProperty("type").GetString().ShouldBe("object");
    }

    [Fact]
    public async Task Responses_EverySetting_IsSentInItsWords()
    {
        var body = await BodyAsync(ProviderKind.OpenAiResponses, Everything);

        body.GetProperty("max_output_tokens").GetInt32().ShouldBe(4_000);
        body.GetProperty("store").GetBoolean().ShouldBeFalse();
        body.GetProperty("reasoning").GetProperty("effort").GetString().ShouldBe("low");
        body.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        body.GetProperty("text").GetProperty("format").GetProperty("type").GetString().ShouldBe("json_schema");
        body.GetProperty("input").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Chat_Stream_AsksForItsUsage()
    {
        var body = await BodyAsync(ProviderKind.OpenAi, Everything with { OnText = _ => { } });

        body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean().ShouldBeTrue();
        body.GetProperty("max_tokens").GetInt32().ShouldBe(4_000);
        body.GetProperty("seed").GetInt32().ShouldBe(42);
    }

    private static async Task<JsonElement> BodyAsync(ProviderKind kind, ChatRequest request, string? model = null)
    {
        await using var server = await FakeProviderServer.StartAsync();
        var family = ProviderFamily.All.First(one => one.Kind == kind);

        (await (model is null ? family : family with { Model = model }).SendAsync(server, request, default)).Answer.ShouldNotBeNull();
        return server.Calls.ShouldHaveSingleItem().Body;
    }
}
