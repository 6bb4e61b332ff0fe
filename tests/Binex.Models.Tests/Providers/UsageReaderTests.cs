using System.Text.Json;
using Binex.Core.Costs;
using Binex.Models.Providers;

namespace Binex.Models.Tests.Providers;

public sealed class UsageReaderTests
{
    [Fact]
    public void Tokens_OpenAi_AreReadWithTheirParts() =>
        Tokens("""{"prompt_tokens":100,"completion_tokens":50,"total_tokens":150,"prompt_tokens_details":{"cached_tokens":40,"cache_write_tokens":10},"completion_tokens_details":{"reasoning_tokens":30}}""")
            .ShouldBe(new TokenUsage(100, 50) { CachedInput = 40, CacheWrite = 10, Reasoning = 30 });

    [Fact]
    public void Tokens_ReasoningOutsideTheCompletion_CountsAsOutput()
    {
        Tokens("""{"prompt_tokens":100,"completion_tokens":50,"total_tokens":450}""").ShouldBe(new TokenUsage(100, 350) { Reasoning = 300 });
        Tokens("""{"prompt_tokens":100,"completion_tokens":50,"total_tokens":450,"completion_tokens_details":{"reasoning_tokens":300}}""")
            .ShouldBe(new TokenUsage(100, 350) { Reasoning = 300 });
    }

    [Fact]
    public void Tokens_DeepSeek_KnowsItsCache() =>
        Tokens("""{"prompt_tokens":100,"completion_tokens":50,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36}""")
            .ShouldBe(new TokenUsage(100, 50) { CachedInput = 64 });

    [Fact]
    public void Tokens_PartsLargerThanTheirWhole_AreCutToIt() =>
        Tokens("""{"prompt_tokens":100,"completion_tokens":50,"prompt_tokens_details":{"cached_tokens":400,"cache_write_tokens":10},"completion_tokens_details":{"reasoning_tokens":300}}""")
            .ShouldBe(new TokenUsage(100, 50) { CachedInput = 100, Reasoning = 50 });

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0}""")]
    [InlineData("""{"prompt_tokens":100}""")]
    [InlineData("""{"prompt_tokens":-1,"completion_tokens":50}""")]
    [InlineData("""{"prompt_tokens":1,"completion_tokens":-50}""")]
    [InlineData("""{"prompt_tokens":1,"completion_tokens":1e30}""")]
    [InlineData("""{"prompt_tokens":"1","completion_tokens":"2"}""")]
    [InlineData("""{"prompt_tokens":1,"completion_tokens":9000000000000000000}""")]
    public void Tokens_WhatCannotBe_IsNotStated(string usage) => Tokens(usage).ShouldBeNull();

    [Fact]
    public void Tokens_RequestOfNone_IsNotStated()
    {
        UsageReader.OfResponse(Answer("""{"input_tokens":0,"output_tokens":0}""")).ShouldBeNull();
        UsageReader.OfMessage(Answer("""{"input_tokens":0,"output_tokens":5}"""), null).ShouldBeNull();
        UsageReader.OfMessage(Answer("""{"input_tokens":0,"cache_read_input_tokens":9,"output_tokens":5}"""), null).ShouldBe(new TokenUsage(9, 5) { CachedInput = 9 });
    }

    [Theory]
    [InlineData("""{"cost":0.00125}""", 0.00125)]
    [InlineData("""{"cost":1.5e-06}""", 0.0000015)]
    [InlineData("""{"cost":0}""", 0d)]
    [InlineData("""{"cost":{"total_cost":0.5}}""", 0.5)]
    [InlineData("""{"cost":0.1,"is_byok":true,"cost_details":{"upstream_inference_cost":0.9}}""", 1d)]
    [InlineData("""{"cost":0.1,"is_byok":false,"cost_details":{"upstream_inference_cost":0.9}}""", 0.1)]
    [InlineData("""{"cost":-1}""", null)]
    [InlineData("""{"cost":"1"}""", null)]
    [InlineData("""{"cost":1e40}""", null)]
    [InlineData("{}", null)]
    public void Cost_Stated_IsRead(string usage, double? expected) =>
        UsageReader.Cost(Answer(usage)).ShouldBe(expected is { } usd ? new Money((decimal)usd) : null);

    private static TokenUsage? Tokens(string usage) => UsageReader.OfChat(Answer(usage));

    private static JsonElement Answer(string usage) => JsonElement.Parse($$"""{"usage":{{usage}}}""");
}
