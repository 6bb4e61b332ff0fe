using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;

namespace Binex.Models.Simulation;

/// <summary>
/// A model that needs no network and no key: it answers from the words of the prompt, in JSON where JSON is asked for, and
/// fails as often as it is told to.
/// <para>
/// What it says is decided by the seed, the node, its iteration and the messages, never by time or by what other calls do.
/// Only faults depend on how often the same was asked before, so that a retry can succeed.
/// </para>
/// </summary>
/// <param name="options">How it behaves.</param>
/// <param name="bounds">Bounds that its usage never passes.</param>
/// <param name="time">The clock of its latency.</param>
public sealed class SimulatedChatModel(SimulationOptions options, ITokenBounds bounds, TimeProvider time) : IChatModel
{
    private readonly ConcurrentDictionary<long, int> _asked = new();

    /// <inheritdoc/>
    public async Task<ChatResult> CompleteAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = Key(request);
        var times = _asked.AddOrUpdate(key, 1, (_, count) => count + 1);
        if (options.Latency > TimeSpan.Zero)
        {
            await Task.Delay(options.Latency, time, cancellationToken).ConfigureAwait(false);
        }

        return Fault(key, times) is { } failure ? ChatResult.Failed(failure) : ChatResult.Answered(Answer(request, RandomOf(key)));
    }

    private ChatAnswer Answer(ChatRequest request, Random random)
    {
        var topic = SimulatedTopic.Of(request.Messages);
        var text = request switch
        {
            { OutputSchema: { } schema } => new SimulatedJson(schema, topic, random).Write(),
            { JsonMode: true } => SimulatedOutputs.Write(request.Messages, topic, random),
            _ => SimulatedText.Write(topic, random, options.OutputTokens),
        };

        var cut = SimulatedTokens.Cut(text, request.MaxOutputTokens);
        return new ChatAnswer(cut, new TokenUsage(SimulatedTokens.Input(request, bounds), SimulatedTokens.Of(cut)))
        {
            Model = request.Model,
            FinishReason = cut.Length < text.Length ? "length" : "stop",
        };
    }

    private ChatFailure? Fault(long key, int times)
    {
        var draw = RandomOf(HashCode(key, times)).NextDouble();
        if (draw < options.RateLimit)
        {
            return new ChatFailure(
                new NodeFailure(FailureKind.RateLimit, "the simulated provider asks for fewer requests (status 429)")
                {
                    Status = 429,
                    RetryAfter = options.RetryAfter,
                },
                ChargeKnowledge.Nothing);
        }

        if (draw < options.RateLimit + options.Error)
        {
            return new ChatFailure(
                new NodeFailure(FailureKind.Server, "the simulated provider failed (status 500)") { Status = 500 }, ChargeKnowledge.Nothing);
        }

        return draw < options.RateLimit + options.Error + options.Network
            ? new ChatFailure(
                new NodeFailure(FailureKind.Network, "the connection to the simulated provider broke after the request was sent"),
                ChargeKnowledge.Unknown)
            : null;
    }

    private long Key(ChatRequest request)
    {
        var text = new StringBuilder()
            .Append(options.Seed).Append('\n').Append(request.NodeId).Append('\n').Append(request.Iteration).Append('\n');
        foreach (var message in request.Messages)
        {
            text.Append((int)message.Role).Append(':').Append(message.Text.Length).Append(':').Append(message.Text);
            foreach (var file in message.Attachments)
            {
                text.Append(file.Sha256);
            }
        }

        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static long HashCode(long key, int times) => unchecked((key ^ (times * -0x61C8864680B583EB)) * 0x2545F4914F6CDD1D);

#pragma warning disable CA5394 // Nothing secret hangs on what a simulator says; the same seed must say the same.
    private static Random RandomOf(long key) => new(unchecked((int)(key ^ (key >>> 32))));
#pragma warning restore CA5394
}
