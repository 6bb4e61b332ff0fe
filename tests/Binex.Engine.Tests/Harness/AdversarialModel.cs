using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Engine.Tests.Harness;

/// <summary>
/// Costs as much as it can, or as it likes by chance: calls that are lost after they were sent, answers that break their schema and
/// are as long as the next request has room for, loops that go round to their end.
/// </summary>
/// <param name="attempts">How many attempts a node has.</param>
/// <param name="chance">Decides what happens; null for the worst each time.</param>
internal sealed class AdversarialModel(Func<string, int> attempts, Random? chance) : IChatModel
{
    private const string AskedAgain = "That answer is not accepted:\nthe answer is not JSON\nAnswer again, in full, with these problems mended.";

    private readonly PlanPrices _bounds = new();
    private readonly Dictionary<(string, int), int> _calls = [];
    private readonly Lock _lock = new();

    public Task<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Answer(request));
        }
    }

    private ChatResult Answer(ChatRequest request)
    {
        var key = (request.NodeId, request.Iteration);
        var call = _calls[key] = _calls.GetValueOrDefault(key) + 1;
        var isLast = call >= attempts(request.NodeId);
        var input = _bounds.InputTokens(request);
        var mischief = chance?.Next(6) ?? (isLast ? 5 : request.OutputSchema is null ? 0 : 1);
        switch (mischief)
        {
            case 0:
                return ChatResult.Failed(new ChatFailure(new NodeFailure(FailureKind.Network, "the connection was cut"), ChargeKnowledge.Unknown));
            case 1 when request.OutputSchema is not null:
                // Together with what is said of it, it fills the window the next time.
                var room = Math.Max(1, PlanPrices.Window - (int)_bounds.InputTokens(request with { Messages = [.. request.Messages.Take(2)] }) - 20 - AskedAgain.Length);
                return Said(new string('x', chance?.Next(1, room) ?? room), input, request.MaxOutputTokens);
            case 2:
                return ChatResult.Failed(new ChatFailure(new NodeFailure(FailureKind.RateLimit, "too many requests"), ChargeKnowledge.Nothing));
            default:
                var text = request.OutputSchema is { } schema ? Satisfying(schema) : "again";
                return Said(text, chance?.NextInt64(input + 1) ?? input, chance?.Next(request.MaxOutputTokens + 1) ?? request.MaxOutputTokens);
        }
    }

    private static string Satisfying(JsonElement schema) =>
        $"{{{string.Join(',', schema.GetProperty("required").EnumerateArray().Select(name => $"\"{name.GetString()}\":\"again\""))}}}";

    private static ChatResult Said(string text, long input, int output) => ChatResult.Answered(new ChatAnswer(text, new TokenUsage(input, output)));
}
