using System.Collections.Concurrent;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Engine.Tests.Harness;

/// <summary>A model that says what the test wants, by node and call. A node without a script is answered <c>&lt;node&gt; says &lt;call&gt;</c>.</summary>
internal sealed class ScriptedChatModel : IChatModel
{
    private readonly Dictionary<string, Func<ScriptedCall, Task<ChatResult>>> _scripts = [];
    private readonly ConcurrentDictionary<string, int> _numbers = new();
    private int _inFlight;

    /// <summary>The clock that dates calls.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public ConcurrentQueue<ScriptedCall> Calls { get; } = new();

    public IReadOnlyList<ScriptedCall> CallsOf(string node) => [.. Calls.Where(call => call.Request.NodeId == node)];

    public ScriptedChatModel On(string node, Func<ScriptedCall, Task<ChatResult>> script)
    {
        _scripts[node] = script;
        return this;
    }

    /// <summary>Gives these answers, one a call, and the last one for ever.</summary>
    public ScriptedChatModel On(string node, params ChatResult[] results) =>
        On(node, call => Task.FromResult(results[Math.Min(call.Number, results.Length) - 1]));

    public ScriptedChatModel Says(string node, params string[] texts) => On(node, [.. texts.Select(text => Say(text))]);

    /// <summary>How many calls have not ended.</summary>
    public int InFlight => _inFlight;

    public async Task<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inFlight);
        try
        {
            return await AnswerAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private Task<ChatResult> AnswerAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var number = _numbers.AddOrUpdate(request.NodeId, 1, (_, n) => n + 1);
        var call = new ScriptedCall(number, request, Clock.GetUtcNow(), cancellationToken);
        Calls.Enqueue(call);
        return _scripts.TryGetValue(request.NodeId, out var script) ? script(call) : Task.FromResult(Say($"{request.NodeId} says {number}"));
    }

    /// <summary>An answer; with 100 tokens in and 10 out it costs 0.0002 USD.</summary>
    public static ChatResult Say(string text, long input = 100, long output = 10, decimal? stated = null) =>
        ChatResult.Answered(new ChatAnswer(text, new TokenUsage(input, output)) { StatedCost = stated is { } usd ? new Money(usd) : null, FinishReason = "stop" });

    public static ChatResult SayWithoutUsage(string text) => ChatResult.Answered(new ChatAnswer(text, null));

    public static ChatResult Fail(FailureKind kind, ChargeKnowledge charge = ChargeKnowledge.Nothing, TimeSpan? retryAfter = null, string message = "no") =>
        ChatResult.Failed(new ChatFailure(new NodeFailure(kind, message) { RetryAfter = retryAfter }, charge));

    /// <summary>Never answers; ends when it is cancelled.</summary>
    public static async Task<ChatResult> HangAsync(ScriptedCall call)
    {
        await Task.Delay(Timeout.Infinite, call.Token);
        throw new InvalidOperationException("it was to hang for ever");
    }
}
