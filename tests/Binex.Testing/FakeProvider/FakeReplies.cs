using System.Security.Cryptography;
using System.Text;

namespace Binex.Testing.FakeProvider;

/// <summary>Ready-made ways to behave.</summary>
public static class FakeReplies
{
    /// <summary>The replies of a list in order, then its last one for ever.</summary>
    /// <param name="replies">The list.</param>
    public static Func<FakeCall, FakeReply> InOrder(params FakeReply[] replies)
    {
        var next = -1;
        return _ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)];
    }

    /// <summary>
    /// A provider on a bad day. What it does with a request depends on the seed, the marker and how often that marker has asked,
    /// so that a run with the same calls meets the same faults in whatever order they arrive.
    /// </summary>
    /// <param name="seed">Another seed is another day.</param>
    /// <param name="faults">Share of requests that do not go well, from 0 to 1.</param>
    public static Func<FakeCall, FakeReply> Seeded(int seed, double faults = 0.3) => call =>
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{call.Marker}/{call.Times}"));
        var random = new Random(BitConverter.ToInt32(hash));
        var answer = new FakeReply { OutputTokens = random.Next(1, (call.MaxOutputTokens ?? 1_000) + 1), Text = $"answer to {call.Marker}" };
        if (random.NextDouble() >= faults)
        {
            return answer;
        }

        return random.Next(9) switch
        {
            0 => FakeReply.Error(429, "rate_limit_exceeded") with { RetryAfter = "0" },
            1 => FakeReply.Error(429),
            2 => FakeReply.Error(500),
            3 => FakeReply.Error(503) with { RetryAfter = "0" },
            4 => answer with { Cut = FakeCut.BeforeHeaders },
            5 => answer with { Cut = FakeCut.InBody },
            6 => answer with { StatesUsage = false },
            7 => answer with { Body = "{\"choices\":[]}" },
            _ => answer with { Body = "{\"choices\":[{\"mess" },
        };
    };
}
