using Binex.Core.Configuration;
using Binex.Core.Costs;
using Binex.Core.Gates;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Store.Tests.Journals;

/// <summary>One event of every kind, as a run would write it.</summary>
internal static class SampleEvents
{
    private static readonly CallBound Bound = new("gpt-4o", 1200, 4096, 256, 2.5m, 10m, 0m);
    private static readonly string Hash = new('a', 64);
    private static readonly string OtherHash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<JournalEntry> Entries { get; } = [.. All().Select((runEvent, i) => Entry(i + 1, runEvent))];

    public static JournalEntry Entry(long seq, RunEvent runEvent) => new(seq, Start.AddMilliseconds(seq - 1).AddTicks(seq - 1), runEvent);

    private static IEnumerable<RunEvent> All() =>
    [
        new RunStarted("20261122-170000-k3f9", "greet", "flows/greet.yaml", Hash, 3)
        {
            ToolVersion = "0.1.0",
            MaxCost = new Money(1.00m),
            PlannedMax = new Money(0.043961m),
            PricesAsOf = "2026-11-01",
            PricesSha256 = OtherHash,
        },
        new NodeReady("ask", 1),
        new NodeStarted("ask", 1),
        new HumanAsked("ask", 1, Hash),
        new HumanAnswered("ask", 1, "terminal"),
        new NodeSkipped("draft", 1, "${ask.output} == 'yes' is false: 'no' == 'yes'"),
        new NodeBlocked("send", 1, "draft"),
        new AttemptStarted("draft", 2, 1) { SystemPrompt = Hash, Prompt = OtherHash },
        new CallReserved("draft", 2, 1, 1, new Amount(new Money(0.04396m), 5296, 1), 4096, Bound),
        new CallSent("draft", 2, 1, 1, "gpt-4o", Hash),
        new CallSettled("draft", 2, 1, 1, CallOutcome.Answered, new Amount(new Money(0.00412m), 1312, 1))
        {
            Usage = new TokenUsage(1190, 122) { CachedInput = 1024, Reasoning = 64 },
            ListCost = new Money(0.0052m),
            Answer = OtherHash,
            AnsweredBy = "gpt-4o-2024-11-20",
            FinishReason = "stop",
        },
        new CallRefused("draft", 2, 1, 2, new Refusal("run/draft", RefusedMetric.Cost, 0.05m, 0.00412m, 0.0439m, 0.0056m, Bound)),
        new CallReused("draft", 2, 1, 3, "gpt-4o", CallSource.Cassette, new Money(0.00412m))
        {
            Request = Hash,
            Answer = OtherHash,
            Usage = new TokenUsage(1190, 122),
            AnsweredBy = "gpt-4o-2024-11-20",
            FinishReason = "stop",
        },
        new CallMissed("draft", 2, 1, 4, "gpt-4o", Hash, "nearest to it is draft.0123456789ab.json: temperature was '0' and is '1'"),
        new AttemptFailed("draft", 2, 1, new NodeFailure(FailureKind.RateLimit, "the provider asks for fewer requests")
        {
            Detail = "{\"error\":\"slow down\"}\n",
            Status = 429,
            RetryAfter = TimeSpan.FromSeconds(1.5),
        })
        {
            RetryInMs = 1500,
        },
        new AttemptSucceeded("draft", 2, 2) { Repair = "removed a code fence" },
        new ArtifactStored("draft", 2, "output", Hash, "text/plain", 642, [OtherHash]),
        new NodeCompleted("draft", 2, new Dictionary<string, string> { ["output"] = Hash }) { Fingerprint = OtherHash, Iterate = true, Paid = true },
        new LoopIterated("draft", 3, "ask"),
        new NodeFailed("send", 1, NodeStatus.Cancelled, new NodeFailure(FailureKind.Timeout, "it took longer than 30 s"))
        {
            StopReason = StopReason.DeadlineExceeded,
        },
        new BudgetWarned("run", 0.5m, new Money(0.52m), new Money(1m)),
        new BudgetExceeded("run", new Money(1.01m), new Money(1m)),
        new BudgetOvershot("draft", 1, new Money(0.04m), new Money(0.05m)) { Estimated = true, HeldTokens = 1_000, CountedTokens = 2_000 },
        new RunCancelling(StopReason.HostShutdown, "the process was told to end"),
        new RunCompleted(RunStatus.OverBudget, 3, new Money(0.52412m))
        {
            Outputs = new Dictionary<string, string> { ["letter"] = Hash },
            Shared = [new SharedAccount("day", new Money(5m), new Money(0.52412m), Money.Zero)],
            Gates = new GateTerms(new GateLimits { MaxCost = new Money(0.5m), MaxIncreaseShare = 0.1m, MaxDuration = TimeSpan.FromSeconds(90) }, 12, 1) { UsualCost = new Money(0.49m) },
        },
        new RunPlanned(Money.Zero, [new PlannedNode("draft", Money.Zero, 3) { Expected = new Money(0.012m), Max = new Money(0.5m) }, new PlannedNode("call", Money.Zero, 0)])
        {
            Expected = new Money(0.012m),
            InputShare = 0.3125m,
        },
        new RunResumed(new Money(0.04396m)) { MaxCost = new Money(2m) },
    ];
}
