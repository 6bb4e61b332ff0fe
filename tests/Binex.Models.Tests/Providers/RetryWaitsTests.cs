using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Testing.FakeProvider;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Models.Tests.Providers;

public sealed class RetryWaitsTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("retry-after-ms", "1500", null, null, 1.5)]
    [InlineData("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "6m0s", 360d)]
    [InlineData("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "120ms", 0.12)]
    [InlineData("x-ratelimit-remaining-tokens", "12", "x-ratelimit-reset-tokens", "120ms", null)]
    [InlineData("anthropic-ratelimit-requests-remaining", "0", "anthropic-ratelimit-requests-reset", "2026-01-01T00:00:30Z", 30d)]
    [InlineData("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1767225605000", 5d)]
    [InlineData("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1767225609", 9d)]
    [InlineData("x-ratelimit-remaining", "0", "x-ratelimit-reset", "3", 3d)]
    [InlineData("x-ratelimit-remaining", "0", "x-ratelimit-reset", "1e400", null)]
    [InlineData("x-ratelimit-remaining", "0", "x-ratelimit-reset", "soon", null)]
    public async Task CompleteAsync_RateLimitHeaders_AreHonoured(string name, string value, string? other, string? otherValue, double? seconds)
    {
        var headers = new Dictionary<string, string> { [name] = value };
        if (other is not null)
        {
            headers[other] = otherValue!;
        }

        (await FailureAsync(FakeReply.Error(429) with { Headers = headers })).RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task CompleteAsync_DelayOfGemini_IsRead()
    {
        const string Body = """[{"error":{"code":429,"message":"busy","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}}]""";

        var failure = await FailureAsync(new FakeReply { Status = 429, Body = Body });

        failure.Kind.ShouldBe(FailureKind.RateLimit);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(34.5));
    }

    [Theory]
    [InlineData("6m0s", 360d)]
    [InlineData("1h2m3.5s", 3_723.5)]
    [InlineData("20ms", 0.02)]
    [InlineData("", null)]
    [InlineData("s", null)]
    [InlineData("5", null)]
    [InlineData("5x", null)]
    [InlineData("-5s", null)]
    [InlineData("99999999999999999999h", null)]
    public void Parse_GoDuration_IsRead(string text, double? seconds) =>
        GoDuration.Parse(text).ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);

    private static async Task<NodeFailure> FailureAsync(FakeReply reply)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => reply });
        using var model = new ProviderChatModel(new PriceBook(), _ => "sk-key", Time);
        var request = new ChatRequest("gpt-4o", [new ChatMessage(ChatRole.User, "hi")], 10) { ApiBase = server.Address };
        return (await model.CompleteAsync(request, default)).Failure.ShouldNotBeNull().Failure;
    }
}
