using Binex.Core.Ledgers;
using Binex.Core.Prices;

namespace Binex.Core.Tests.Ledgers;

public sealed class RefusalTextTests
{
    private static readonly CallBound Bound = new("gpt-4o", 1843, 4096, 256, 2.50m, 10.00m, 0);

    [Fact]
    public void Sentence_Money_SaysTheArithmeticAndBothRemedies() =>
        RefusalText.Sentence(new Refusal("run", RefusedMetric.Cost, 0.05m, 0.0312m, 0.0125m, Bound.CostWith(256).Usd, Bound)).ShouldBe(
            "The $0.05 cap of the run has $0.0063 left ($0.0312 spent, $0.0125 held for calls in flight), but a call to gpt-4o needs at least "
            + "$0.0071675: 1,843 input tokens at $2.50 and 256 output tokens at $10.00 per million. "
            + "Raise the cap to $0.0509 or more, or set max_tokens to 169 or less.");

    [Fact]
    public void Sentence_InputAloneIsTooDear_SaysThatNoAnswerFits() =>
        RefusalText.Sentence(new Refusal("run/write", RefusedMetric.Cost, 0.001m, 0.002m, 0, Bound.Max.Usd, Bound)).ShouldBe(
            "The $0.001 cap of node 'write' (run ▸ write) has nothing left ($0.002 spent, $0.00 held for calls in flight), but a call to gpt-4o needs at least "
            + "$0.0455675: 1,843 input tokens at $2.50 and 4,096 output tokens at $10.00 per million. "
            + "Raise the cap to $0.0476 or more; no answer of gpt-4o fits, however short.");

    [Fact]
    public void Sentence_ACheaperModelFits_NamesItAndWhatItNeeds()
    {
        var refusal = new Refusal("day", RefusedMetric.Cost, 5, 4.999m, 0, Bound.CostWith(256).Usd, Bound);

        RefusalText.Sentence(refusal with { Remedy = RefusalRemedy.Of(refusal) with { Model = "gpt-4o-mini", ModelNeeds = 0.00043005m } }).ShouldBe(
            "The $5.00 cap of the day (UTC, all runs of the project) has $0.001 left ($4.999 spent, $0.00 held for calls in flight), but a call to gpt-4o needs at "
            + "least $0.0071675: 1,843 input tokens at $2.50 and 256 output tokens at $10.00 per million. "
            + "Raise the cap to $5.01 or more, or ask gpt-4o-mini, which needs $0.00043005; no answer of gpt-4o fits, however short.");
    }

    [Fact]
    public void Sentence_Tokens_SaysTokens() =>
        RefusalText.Sentence(new Refusal("run", RefusedMetric.Tokens, 5000, 3000, 0, 2099, Bound)).ShouldBe(
            "The 5,000-token cap of the run has 2,000 tokens left (3,000 tokens spent, 0 tokens held for calls in flight), but a call to gpt-4o "
            + "needs at least 2,099 tokens: 1,843 for the request and 256 for the answer. Raise the cap to 5,099 tokens or more, or set max_tokens to 157 or less.");

    [Fact]
    public void Sentence_Calls_SaysCalls() =>
        RefusalText.Sentence(new Refusal("run", RefusedMetric.Calls, 3, 3, 0, 1, Bound)).ShouldBe(
            "The 3-call cap of the run has nothing left (3 calls spent, 0 calls held for calls in flight), but a call to gpt-4o needs one more call. "
            + "Raise the cap to 4 calls or more.");
}
