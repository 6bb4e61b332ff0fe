using System.Text.Json;
using Binex.Core.Models;
using Binex.Testing.FakeProvider;

namespace Binex.Models.Tests.Providers.Table;

/// <summary>Something that happens to a call.</summary>
/// <param name="Title">What the table of docs/models.md calls it.</param>
/// <param name="Reply">What the provider does.</param>
/// <param name="IsStreamed">Whether somebody listens to the answer.</param>
internal sealed record ProviderCase(string Title, Func<ProviderFamily, FakeReply> Reply, bool IsStreamed = false)
{
    internal const string Slow = "slow, and nobody waits for it any more";
    private const string Text = "Grüße 🌍, this is the answer.";

    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""");

    internal static IReadOnlyList<ProviderCase> All { get; } =
    [
        new("plain answer", _ => FakeReply.Answer(Text)),
        new("streamed answer", _ => FakeReply.Answer(Text), IsStreamed: true),
        new("asks for a tool", _ => new FakeReply { Tool = "look_up" }),
        new("asks for a tool, streamed", _ => new FakeReply { Tool = "look_up" }, IsStreamed: true),
        new("answers by a schema", _ => FakeReply.Answer("""{"a":"b"}""")) { HasSchema = true },
        new("400: the request is wrong", _ => FakeReply.Error(400)),
        new("401: the key is wrong", family => FakeReply.Error(401, family.Unauthorized)),
        new("404: no such model", family => FakeReply.Error(404, family.Unknown)),
        new("429 with Retry-After: 7", family => FakeReply.Error(429, family.Busy) with { RetryAfter = "7" }),
        new("429 without", family => FakeReply.Error(429, family.Busy)),
        new("500", _ => FakeReply.Error(500)),
        new("500 where a stream is wanted", _ => FakeReply.Error(500), IsStreamed: true),
        new(Slow, _ => new FakeReply { Delay = TimeSpan.FromMinutes(5) }),
        new("connection cut before the answer", _ => new FakeReply { Cut = FakeCut.BeforeHeaders }),
        new("connection cut in the answer", _ => new FakeReply { Cut = FakeCut.InBody }),
        new("stream cut in the answer", _ => new FakeReply { Cut = FakeCut.InBody }, IsStreamed: true),
        new("stream cut after the answer", _ => FakeReply.Answer(Text) with { Cut = FakeCut.AfterAnswer }, IsStreamed: true),
        new("malformed JSON", _ => new FakeReply { Body = """{"choices": [{"mess""" }),
        new("malformed JSON in a stream", family => new FakeReply { Pieces = [family.Kind == Core.Configuration.ProviderKind.Ollama ? "{\"mess\n\n" : "data: {\"mess\n\n"] }, IsStreamed: true),
        new("empty choices", family => new FakeReply { Body = Empty(family) }),
        new("no usage stated", _ => FakeReply.Answer(Text) with { StatesUsage = false }),
        new("no usage stated in a stream", _ => FakeReply.Answer(Text) with { StatesUsage = false }, IsStreamed: true),
    ];

    private bool HasSchema { get; init; }

    /// <summary>What happens, in the words of the table.</summary>
    internal async Task<string> RunAsync(ProviderFamily family)
    {
        var heard = "";
        var heardAll = new TaskCompletionSource();
        using var patience = new CancellationTokenSource();
        await using var server = await FakeProviderServer.StartAsync(new FakeProviderOptions
        {
            Reply = call =>
            {
                if (Title == Slow)
                {
                    patience.CancelAfter(0);
                }

                var reply = Reply(family);
                return reply.Cut == FakeCut.AfterAnswer ? reply with { CutWhen = heardAll.Task } : reply;
            },
        });
        var request = new ChatRequest(family.Model, [new ChatMessage(ChatRole.System, "Be brief."), new ChatMessage(ChatRole.User, "hello")], 500)
        {
            OutputSchema = HasSchema ? Schema : null,
            OnText = IsStreamed ? Hear : null,
        };
        try
        {
            var result = await family.SendAsync(server, request, patience.Token);
            server.Calls.ShouldHaveSingleItem("nothing beneath the ledger may repeat a call").IsStreamed.ShouldBe(IsStreamed);
            return result.Failure is { } failure ? OutcomeWords.Of(failure) : OutcomeWords.Of(result.Answer!, server, IsStreamed ? heard : null);
        }
        catch (OperationCanceledException)
        {
            return "given up; charged in full";
        }

        void Hear(string text)
        {
            heard += text;
            if (heard == Text)
            {
                heardAll.SetResult();
            }
        }
    }

    private static string Empty(ProviderFamily family) => family.Kind switch
    {
        Core.Configuration.ProviderKind.OpenAiResponses => """{"id":"r","object":"response","status":"completed","model":"m","output":[]}""",
        Core.Configuration.ProviderKind.Anthropic or Core.Configuration.ProviderKind.Bedrock or Core.Configuration.ProviderKind.Vertex => """{"id":"m","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null}""",
        Core.Configuration.ProviderKind.Ollama => """{"model":"m","created_at":"2025-06-15T12:00:00Z","done":true}""",
        _ => """{"id":"c","object":"chat.completion","model":"m","choices":[]}""",
    };
}
