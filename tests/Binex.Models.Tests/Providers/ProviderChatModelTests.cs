using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Testing.FakeProvider;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Models.Tests.Providers;

public sealed class ProviderChatModelTests
{
    private const string Key = "sk-very-secret-key";
    private static readonly PriceBook Prices = new();
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task CompleteAsync_OrdinaryAnswer_BringsEverythingOfIt()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Answer("Grüße 🌍") with { StatesCost = true } });

        var answer = (await SendAsync(server, Request("hello"))).Answer.ShouldNotBeNull();

        answer.Text.ShouldBe("Grüße 🌍");
        answer.FinishReason.ShouldBe("stop");
        answer.Model.ShouldBe("gpt-4o");
        answer.Usage.ShouldBe(new TokenUsage(server.Calls[0].InputTokens, server.Bills[0].OutputTokens));
        answer.StatedCost.ShouldBe(new Money(server.Billed));
        server.Calls[0].Authorization.ShouldBe($"Bearer {Key}");
    }

    [Fact]
    public async Task CompleteAsync_EverySetting_IsSent()
    {
        await using var server = await FakeProviderServer.StartAsync();
        var request = new ChatRequest(
            "openai/gpt-4o",
            [new ChatMessage(ChatRole.System, "be brief"), new ChatMessage(ChatRole.User, "hi"), new ChatMessage(ChatRole.Assistant, "yes"), new ChatMessage(ChatRole.User, "go on")],
            77)
        {
            Temperature = 0.5,
            TopP = 0.25,
            Seed = 42,
            Stop = ["END", "STOP"],
            ReasoningEffort = "low",
            OutputSchema = JsonElement.Parse("""{"type":"object","properties":{"a":{"type":"string"}}}"""),
            Extra = JsonElement.Parse("""{"user":"me","top_k":5,"nested":{"a":[1,null,"x"]},"logit_bias":{}}"""),
        };

        (await SendAsync(server, request)).Answer.ShouldNotBeNull();

        var body = server.Calls[0].Body;
        body.GetProperty("model").GetString().ShouldBe("gpt-4o");
        body.GetProperty("max_tokens").GetInt32().ShouldBe(77);
        body.TryGetProperty("max_completion_tokens", out _).ShouldBeFalse();
        body.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        body.GetProperty("top_p").GetDouble().ShouldBe(0.25);
        body.GetProperty("seed").GetInt32().ShouldBe(42);
        body.GetProperty("stop").GetArrayLength().ShouldBe(2);
        body.GetProperty("reasoning_effort").GetString().ShouldBe("low");
        body.GetProperty("response_format").GetProperty("type").GetString().ShouldBe("json_schema");
        body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema").GetProperty("properties").GetProperty("a").ValueKind.ShouldBe(JsonValueKind.Object);
        body.GetProperty("user").GetString().ShouldBe("me");
        body.GetProperty("top_k").GetInt32().ShouldBe(5);
        body.GetProperty("nested").GetRawText().ShouldBe("""{"a":[1,null,"x"]}""");
        body.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()).ShouldBe(["system", "user", "assistant", "user"]);
    }

    [Fact]
    public async Task CompleteAsync_NothingSet_SendsTheLimitAndNothingElse()
    {
        await using var server = await FakeProviderServer.StartAsync();

        await SendAsync(server, Request("hello"));
        await SendAsync(server, Request("hello") with { Model = "openai/o3-mini" });
        await SendAsync(server, Request("hello") with { Model = "ollama/llama3", JsonMode = true, OutputSchema = JsonElement.Parse("""{"type":"object"}""") });

        await SendAsync(server, Request("hello") with { NativeSchema = false, OutputSchema = JsonElement.Parse("""{"type":"object"}""") });

        server.Calls[0].Body.EnumerateObject().Select(member => member.Name).ShouldBe(["messages", "model", "max_tokens"], ignoreOrder: true);
        server.Calls[3].Body.TryGetProperty("response_format", out _).ShouldBeFalse();
        server.Calls[1].Body.GetProperty("max_completion_tokens").GetInt32().ShouldBe(500);
        server.Calls[2].Body.GetProperty("format").GetRawText().ShouldBe("""{"type":"object"}""");
        server.Calls[2].Body.GetProperty("options").GetRawText().ShouldBe("""{"num_predict":500}""");
    }

    [Theory]
    [InlineData(401, "invalid_api_key", FailureKind.Authentication)]
    [InlineData(403, null, FailureKind.Authentication)]
    [InlineData(400, null, FailureKind.BadRequest)]
    [InlineData(404, "model_not_found", FailureKind.BadRequest)]
    [InlineData(422, null, FailureKind.BadRequest)]
    [InlineData(400, "context_length_exceeded", FailureKind.ContextTooLong)]
    [InlineData(413, null, FailureKind.ContextTooLong)]
    [InlineData(413, "rate_limit_exceeded", FailureKind.RateLimit)]
    [InlineData(400, "content_filter", FailureKind.ContentFilter)]
    [InlineData(429, null, FailureKind.RateLimit)]
    [InlineData(429, "insufficient_quota", FailureKind.Quota)]
    [InlineData(402, null, FailureKind.Quota)]
    [InlineData(500, null, FailureKind.Server)]
    [InlineData(503, null, FailureKind.Server)]
    [InlineData(529, "overloaded_error", FailureKind.Server)]
    public async Task CompleteAsync_ErrorStatus_IsThatKindOfFailureAndCostsNothing(int status, string? code, FailureKind expected)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Error(status, code, $"sorry, {Key} is no good") });

        var failure = (await SendAsync(server, Request("hello"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(expected);
        failure.Failure.Status.ShouldBe(status);
        failure.Failure.Message.ShouldContain($"(status {status})");
        failure.Failure.Detail.ShouldNotBeNull().ShouldContain("sorry, *** is no good");
        failure.Failure.RetryAfter.ShouldBeNull();
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
        server.Calls.Count.ShouldBe(1, "nothing beneath the ledger may repeat a call");
    }

    [Theory]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(524)]
    public async Task CompleteAsync_GatewayThatGaveUpWaiting_MayHaveBeenBilled(int status)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Error(status, null, "too slow") });

        var failure = (await SendAsync(server, Request("hello"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Server);
        failure.Charge.ShouldBe(ChargeKnowledge.Unknown);
    }

    [Theory]
    [InlineData("""{"error":{"message":"This model's maximum context length is 8192 tokens.","type":"invalid_request_error","code":null}}""", FailureKind.ContextTooLong)]
    [InlineData("""[{"error":{"code":400,"message":"The input token count exceeds the maximum number of tokens allowed","status":"INVALID_ARGUMENT"}}]""", FailureKind.ContextTooLong)]
    [InlineData("""{"object":"error","message":"bad","type":"invalid_request_error","param":null,"code":"context_length_exceeded"}""", FailureKind.ContextTooLong)]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000"}}""", FailureKind.ContextTooLong)]
    [InlineData("""{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}""", FailureKind.Quota)]
    [InlineData("""[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}]""", FailureKind.Authentication)]
    [InlineData("""{"error":{"code":"content_filter","message":"filtered","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", FailureKind.ContentFilter)]
    [InlineData("""{"code":"Client specified an invalid argument","error":"Incorrect API key provided: xx"}""", FailureKind.Authentication)]
    [InlineData("""{"error":"something is wrong"}""", FailureKind.BadRequest)]
    [InlineData("""{"detail":[{"msg":"field required"}]}""", FailureKind.BadRequest)]
    [InlineData("""<html>nginx</html>""", FailureKind.BadRequest)]
    [InlineData("", FailureKind.BadRequest)]
    [InlineData("null", FailureKind.BadRequest)]
    [InlineData("[]", FailureKind.BadRequest)]
    [InlineData("{\"error\":{\"message\":7,\"code\":{}}}", FailureKind.BadRequest)]
    public async Task CompleteAsync_BadRequestInWhateverForm_IsUnderstood(string body, FailureKind expected)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { Status = 400, Body = body } });

        var failure = (await SendAsync(server, Request("hello"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(expected);
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
    }

    [Theory]
    [InlineData("7", 7d)]
    [InlineData(" 1.5 ", 1.5)]
    [InlineData("0", 0d)]
    [InlineData("Thu, 01 Jan 2026 00:00:20 GMT", 20d)]
    [InlineData("Thu, 01 Jan 2015 00:00:20 GMT", 0d)]
    [InlineData("99999999999999999999999", 86_400d)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    public async Task CompleteAsync_RetryAfter_IsRead(string header, double? seconds)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => FakeReply.Error(429) with { RetryAfter = header } });

        (await SendAsync(server, Request("hello"))).Failure!.Failure.RetryAfter.ShouldBe(seconds is { } value ? TimeSpan.FromSeconds(value) : null);
    }

    [Fact]
    public async Task CompleteAsync_Redirect_IsNotFollowed()
    {
        await using var other = await FakeProviderServer.StartAsync();
        await using var server = await FakeProviderServer.StartAsync(
            new FakeProviderOptions { Reply = _ => new FakeReply { Status = 307, Location = other.Address + "/chat/completions", Body = "" } });

        var failure = (await SendAsync(server, Request("hello"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.BadRequest);
        failure.Failure.Message.ShouldContain("set api_base");
        other.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"mess""")]
    [InlineData("""{"choices":null}""")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"choices":[{"index":0}]}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task CompleteAsync_AnswerThatIsNone_IsAServerFailureOfUnknownCharge(string body)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { Body = body } });

        var failure = (await SendAsync(server, Request("hello"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Server);
        failure.Charge.ShouldBe(ChargeKnowledge.Unknown);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task CompleteAsync_ErrorWithStatusOfSuccess_IsThatErrorOfUnknownCharge()
    {
        await using var server = await FakeProviderServer.StartAsync(
            new FakeProviderOptions { Reply = _ => new FakeReply { Body = """{"error":{"code":429,"message":"upstream is busy"}}""" } });

        var failure = (await SendAsync(server, Request("hello"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.RateLimit);
        failure.Charge.ShouldBe(ChargeKnowledge.Unknown);
    }

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":"hi"},"finish_reason":"eos"}]}""", "hi", "eos")]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":[{"type":"text","text":"h"},{"type":"text","text":"i"}]}}]}""", "hi", null)]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":null,"reasoning_content":"hm"},"finish_reason":"length"}]}""", "", "length")]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":null,"refusal":"I will not"},"finish_reason":"stop"}]}""", "I will not", "content_filter")]
    [InlineData("""{"choices":[{"message":{"role":"robot","content":"hi"},"finish_reason":"STOP"}],"created":"today","id":7}""", "hi", "stop")]
    public async Task CompleteAsync_UnusualAnswer_IsNotLost(string body, string text, string? reason)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { Body = body } });

        var answer = (await SendAsync(server, Request("hello"))).Answer.ShouldNotBeNull();

        answer.Text.ShouldBe(text);
        answer.FinishReason.ShouldBe(reason);
        answer.Usage.ShouldBeNull();
    }

    [Fact]
    public async Task CompleteAsync_MissingUsage_IsNull()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { StatesUsage = false } });

        (await SendAsync(server, Request("hello"))).Answer.ShouldNotBeNull().Usage.ShouldBeNull();
    }

    [Fact]
    public async Task CompleteAsync_LongWordsOfAProvider_AreCutWithoutHalfAKey()
    {
        await using var server = await FakeProviderServer.StartAsync(
            new FakeProviderOptions { Reply = _ => new FakeReply { Status = 500, Body = new string('x', 2_040) + Key + new string('y', 50_000) } });

        var detail = (await SendAsync(server, Request("hello"))).Failure!.Failure.Detail.ShouldNotBeNull();

        detail.Length.ShouldBe(2_048);
        detail.ShouldContain("***");
        detail.ShouldNotContain("sk-");
    }

    private static ChatRequest Request(string prompt) => new("gpt-4o", [new ChatMessage(ChatRole.User, prompt)], 500);

    private static ProviderChatModel Model() => new(Prices, _ => Key, Time);

    private static async Task<ChatResult> SendAsync(FakeProviderServer server, ChatRequest request)
    {
        using var model = Model();
        return await model.CompleteAsync(request with { ApiBase = server.Address }, default);
    }
}
