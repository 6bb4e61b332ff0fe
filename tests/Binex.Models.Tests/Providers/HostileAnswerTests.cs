using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Models.Prices;
using Binex.Models.Providers;
using Binex.Models.Providers.Protocols;
using Binex.Testing.FakeProvider;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Models.Tests.Providers;

/// <summary>Answers as nobody should send them. None gets further than the call that it answers.</summary>
public sealed class HostileAnswerTests
{
    private const string Key = "sk-very-secret-key";
    private static readonly PriceBook Prices = new();

    [Theory]
    [InlineData("gpt-4o", """{"choices":[{"message":{"content":"\"a\u0062\n\ud83d"},"finish_reason":"stop"}]}""")]
    [InlineData("gpt-4o", """{"model":"\ud83d","choices":[{"message":{"content":"\"ab\n\ud83d"},"finish_reason":"\udead"}]}""")]
    [InlineData("anthropic/claude-sonnet-4-5", """{"type":"message","content":[{"type":"text","text":"\"ab\n\ud83d"}],"stop_reason":"end_turn"}""")]
    [InlineData("ollama/llama3.2", """{"message":{"content":"\"ab\n\ud83d"},"done":true}""")]
    [InlineData("openai/gpt-5-codex", """{"object":"response","output":[{"content":[{"type":"output_text","text":"\"ab\n\ud83d"}]}],"status":"completed"}""")]
    public async Task CompleteAsync_HalfACharacter_IsReplaced(string model, string body)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { Body = body } });

        (await SendAsync(server, Request(model))).Answer.ShouldNotBeNull().Text.ShouldBe("\"ab\n\ufffd");
    }

    [Fact]
    public async Task CompleteAsync_NameThatIsNoText_IsNoAnswerAndIsChargedInFull()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { Body = """{"\ud800":1,"choices":[]}""" } });

        var failure = (await SendAsync(server, Request("gpt-4o"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.Server);
        failure.Charge.ShouldBe(ChargeKnowledge.Unknown);
    }

    [Fact]
    public async Task CompleteAsync_HalfACharacterInAnError_IsStillThatError()
    {
        await using var server = await FakeProviderServer.StartAsync(
            new FakeProviderOptions { Reply = _ => new FakeReply { Status = 400, Body = """{"error":{"message":"prompt is too long \ud800","code":"\ud800"}}""" } });

        var failure = (await SendAsync(server, Request("gpt-4o"))).Failure.ShouldNotBeNull();

        failure.Failure.Kind.ShouldBe(FailureKind.ContextTooLong);
        failure.Charge.ShouldBe(ChargeKnowledge.Nothing);
    }

    [Fact]
    public async Task CompleteAsync_CharacterInTwoPieces_IsOne()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = _ => new FakeReply
            {
                Pieces =
                [
                    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\\ud83c\"}}]}\n\n",
                    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\udf0d\"},\"finish_reason\":\"stop\"}]}\n\n",
                    "data: [DONE]\n\n",
                ],
            },
        });

        (await SendAsync(server, Request("gpt-4o") with { OnText = _ => { } })).Answer.ShouldNotBeNull().Text.ShouldBe("a🌍");
    }

    [Fact]
    public void Fold_RefusalInManyPieces_TakesNoMoreThanItsLength()
    {
        var piece = JsonElement.Parse("{\"choices\":[{\"delta\":{\"refusal\":\"" + new string('x', 60) + "\"}}]}");
        var fold = new OpenAiChatFold();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var pieces = 0; pieces < 5_000; pieces++)
        {
            fold.Add(piece);
        }

        fold.Answer().Text.Length.ShouldBe(300_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public async Task CompleteAsync_ErrorAfterTheAnswer_DoesNotTakeItBack()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = _ => new FakeReply
            {
                Pieces =
                [
                    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}\n\n",
                    "data: {\"error\":{\"code\":500,\"message\":\"late\"}}\n\n",
                ],
            },
        });

        (await SendAsync(server, Request("gpt-4o") with { OnText = _ => { } })).Answer.ShouldNotBeNull().Text.ShouldBe("hi");
    }

    [Fact]
    public async Task CompleteAsync_NameOfTheModelWithoutEnd_IsCut()
    {
        var body = JsonSerializer.Serialize(new { model = new string('m', 1_000_000), choices = new[] { new { message = new { content = "hi" }, finish_reason = "stop" } } });
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { Body = body } });

        (await SendAsync(server, Request("gpt-4o"))).Answer.ShouldNotBeNull().Model.ShouldNotBeNull().Length.ShouldBeLessThan(1_000);
    }

    [Fact]
    public async Task CompleteAsync_KeyOverAndOver_LeavesNoHalf()
    {
        var token = "AQoDYXdz" + new string('k', 1_500);
        await using var server = await FakeProviderServer.StartAsync(
            new FakeProviderOptions { Reply = _ => new FakeReply { Status = 403, Body = string.Concat(Enumerable.Repeat(token, 7)) } });

        var failure = (await SendAsync(server, Request("gpt-4o") with { ApiKey = token })).Failure.ShouldNotBeNull();

        failure.Failure.Detail.ShouldNotBeNull().ShouldNotContain("AQoD");
    }

    [Fact]
    public async Task CompleteAsync_CacheCountedAtTheBeginningAlone_IsCharged()
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = _ => new FakeReply
            {
                Pieces =
                [
                    "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"c\",\"content\":[],\"usage\":{\"input_tokens\":10,\"cache_creation_input_tokens\":9000,\"cache_read_input_tokens\":500,\"output_tokens\":1}}}\n\n",
                    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"hi\"}}\n\n",
                    "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"input_tokens\":10,\"cache_creation_input_tokens\":null,\"output_tokens\":7}}\n\n",
                    "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n",
                ],
            },
        });

        (await SendAsync(server, Request("anthropic/claude-sonnet-4-5") with { OnText = _ => { } })).Answer.ShouldNotBeNull().Usage.ShouldBe(new TokenUsage(9_510, 7) { CachedInput = 500, CacheWrite = 9_000 });
    }

    [Theory]
    [InlineData(-1_000)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public async Task CountAsync_CountThatCannotBe_IsNone(long count)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { InputTokens = _ => count });
        using var model = new ProviderChatModel(Prices, _ => Key, TimeProvider.System);

        (await model.CountAsync(Request("anthropic/claude-sonnet-4-5") with { ApiBase = server.Address }, default)).ShouldBeNull();
    }

    [Fact]
    public async Task CountAsync_CountThatTrickles_IsGivenUp()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var time = new FakeTimeProvider();
        using var model = new ProviderChatModel(Prices, _ => Key, time);

        var counted = model.CountAsync(Request("anthropic/claude-sonnet-4-5") with { ApiBase = $"http://{listener.LocalEndpoint}" }, default);
        using var connection = await listener.AcceptTcpClientAsync();
        await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n{"u8.ToArray());
        time.Advance(ProviderChatModel.CountTimeout);

        (await counted.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeNull();
    }

    [Fact]
    public async Task CompleteAsync_FrameOfAwsWithoutEnd_IsNotReadFurtherThanAnAnswer()
    {
        var frame = FrameOf(8_000_000);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var model = new ProviderChatModel(Prices, Aws, TimeProvider.System, maxAnswerBytes: 100_000);

        var asked = model.CompleteAsync(Request("bedrock/anthropic.claude-haiku-4-5-20251001-v1:0") with { ApiBase = $"http://{listener.LocalEndpoint}", OnText = _ => { } }, default);
        using var connection = await listener.AcceptTcpClientAsync();
        await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nx-amzn-bedrock-content-type: application/json\r\n\r\n"u8.ToArray());

        // All but the end of it: only who has given up answers now.
        var sent = connection.GetStream().WriteAsync(frame.AsMemory(0, frame.Length - 1)).AsTask();

        (await asked.WaitAsync(TimeSpan.FromSeconds(10))).Failure.ShouldNotBeNull().Charge.ShouldBe(ChargeKnowledge.Unknown);
        connection.Close();
        await Task.WhenAny(sent);
    }

    [Fact]
    public async Task CompleteAsync_KindOfBodyInCapitals_IsTheSame()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var model = new ProviderChatModel(Prices, _ => Key, TimeProvider.System);

        var asked = model.CompleteAsync(Request("gpt-4o") with { ApiBase = $"http://{listener.LocalEndpoint}", OnText = _ => { } }, default);
        using var connection = await listener.AcceptTcpClientAsync();
        await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: Text/Event-Stream\r\n\r\ndata: {\"choices\":[{\"delta\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}\n\n"u8.ToArray());
        connection.Client.Shutdown(SocketShutdown.Send);

        (await asked.WaitAsync(TimeSpan.FromSeconds(10))).Answer.ShouldNotBeNull().Text.ShouldBe("hi");
    }

    [Theory]
    [InlineData("anthropic/claude-sonnet-4-5", """{"type":"message","content":[],"stop_reason":"refusal","usage":{"input_tokens":9,"output_tokens":1}}""", "content_filter")]
    [InlineData("anthropic/claude-sonnet-4-5", """{"type":"message","content":[],"stop_reason":"end_turn","usage":{"input_tokens":9,"output_tokens":1}}""", "stop")]
    [InlineData("openai/gpt-5-codex", """{"object":"response","output":[],"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"usage":{"input_tokens":9,"output_tokens":1}}""", "length")]
    public async Task CompleteAsync_NothingSaidButWhyAndForHowMuch_IsAnAnswer(string model, string body, string reason)
    {
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions { Reply = _ => new FakeReply { Body = body } });

        var answer = (await SendAsync(server, Request(model))).Answer.ShouldNotBeNull();

        answer.Text.ShouldBeEmpty();
        answer.FinishReason.ShouldBe(reason);
        answer.Usage.ShouldBe(new TokenUsage(9, 1));
    }

    // Lengths and their checksum, as AWS writes them; what comes after is never looked at.
    private static byte[] FrameOf(int length)
    {
        var frame = new byte[length];
        BinaryPrimitives.WriteInt32BigEndian(frame, length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), 16);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Checksum(frame.AsSpan(0, 8)));
        return frame;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
            }
        }

        return ~sum;
    }

    private static string? Aws(string name) => name switch
    {
        "AWS_REGION" => "eu-west-1",
        "AWS_ACCESS_KEY_ID" => "AKIDEXAMPLE",
        "AWS_BEARER_TOKEN_BEDROCK" => null,
        _ => Key,
    };

    private static ChatRequest Request(string model) => new(model, [new ChatMessage(ChatRole.User, "hello")], 4_000);

    private static async Task<ChatResult> SendAsync(FakeProviderServer server, ChatRequest request)
    {
        using var model = new ProviderChatModel(Prices, _ => Key, TimeProvider.System);
        return await model.CompleteAsync(request with { ApiBase = server.Address }, default);
    }
}
