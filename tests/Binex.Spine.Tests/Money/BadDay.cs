using System.Security.Cryptography;
using System.Text;
using Binex.Core.Workflows;
using Binex.Testing.FakeProvider;

namespace Binex.Spine.Tests.Money;

/// <summary>A provider with moods: errors, cut connections, missing counts, and answers that come after the deadline.</summary>
internal static class BadDay
{
    // As wanted, to be mended, and of no use, so that the model is shown what is wrong with it.
    private static readonly string[] Answers =
    [
        """{"a":1}""", "Of course:\n```json\n{\"a\": 1,}\n```", "{'a': 'größer'}", """{"b":1}""", "I would rather not.", """{"a": [1, 2""",
    ];

    /// <summary>What it does with the calls of a run. It depends on the seed, the node and how often that has asked, not on the order of arrival.</summary>
    public static Func<FakeCall, FakeReply> Of(int seed, double faults, IReadOnlyList<Node> nodes)
    {
        var common = FakeReplies.Seeded(seed, faults);
        var byId = nodes.ToDictionary(node => node.Id);
        return call =>
        {
            var node = byId[MoneyProvider.NodeOf(call)];
            var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{call.Marker}|{call.Times}"))));
            var reply = common(call);
            reply = reply with
            {
                // Often as long as allowed: a hold is only as good as what it holds against.
                OutputTokens = random.Next(3) == 0 ? call.MaxOutputTokens : reply.OutputTokens,
                Text = node.OutputSchema is null ? reply.Text : Answers[random.Next(Answers.Length)],
                Delay = TimeSpan.FromMilliseconds(random.Next(4)),
                RetryAfter = reply.RetryAfter is not null && random.Next(2) == 0 ? "0.003" : reply.RetryAfter,
                Cut = reply.Cut == FakeCut.InBody && random.Next(2) == 0 ? FakeCut.AfterAnswer : reply.Cut,
                StatesCost = random.Next(5) == 0,
            };
            return node.Deadline is not null && random.Next(3) == 0 ? reply with { Delay = TimeSpan.FromMilliseconds(150) } : reply;
        };
    }
}
