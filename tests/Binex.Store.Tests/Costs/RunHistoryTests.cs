using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Prices;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Store.Costs;
using Binex.Store.Runs;
using Binex.Store.Tests.Runs;

namespace Binex.Store.Tests.Costs;

public sealed class RunHistoryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RunStore _store;

    public RunHistoryTests() => _store = new RunStore(_folder[".binex"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Charges_OfARun_AreItsSettledCallsWithTheirModels()
    {
        await _store.AddAsync("r1", [Started(), .. Call("draft", 1, 0.02m, 100, 20), .. Call("check", 2, 0.01m, 10, 5), new NodeReady("x", 1), Ended(0.03m)]);

        var charges = _store.Charges("r1");

        charges.Select(charge => (charge.Node, charge.Model, charge.Cost.Usd, charge.Held.Usd)).ShouldBe([("draft", "m-draft", 0.02m, 1m), ("check", "m-check", 0.01m, 1m)]);
        charges[0].Usage.ShouldBe(new TokenUsage(100, 20));
    }

    [Fact]
    public async Task Read_CompletedRuns_TakesTheMedianOfEachNode()
    {
        await _store.AddAsync("r1", [Started(), .. Call("a", 1, 0.01m, 100, 10), Ended(0.01m)]);
        await _store.AddAsync("r2", [Started(), .. Call("a", 1, 0.05m, 500, 50), .. Call("a", 2, 0.05m, 500, 50), Ended(0.10m)]);
        await _store.AddAsync("r3", [Started(), .. Call("a", 1, 0.03m, 300, 30), Ended(0.03m)]);

        var history = Read();

        history.Runs.ShouldBe(3);
        history.Cost!.Median.ShouldBe(new Money(0.03m));
        history.Of("A").ShouldBe(new Core.Plans.NodeHistory(3, new Money(0.03m), 1, 300, 30) { Model = "m-a" });
        history.CostOfNodes["a"].Max.ShouldBe(new Money(0.10m));
    }

    [Fact]
    public async Task Read_NodeThatIsSkippedOrNew_CountsTheRunsSinceItWasThere()
    {
        await _store.AddAsync("r1", [Started(), .. Call("old", 1, 0.01m, 1, 1), Ended(0.01m)]);
        await _store.AddAsync("r2", [Started(), .. Call("some", 1, 0.02m, 2, 2), Ended(0.02m)]);
        await _store.AddAsync("r3", [Started(), Ended(0)]);
        await _store.AddAsync("r4", [Started(), .. Call("new", 1, 0.04m, 4, 4), Ended(0.04m)]);

        var history = Read();

        history.Of("new")!.Runs.ShouldBe(1);
        history.Of("new")!.Cost.ShouldBe(new Money(0.04m));
        history.Of("some")!.Runs.ShouldBe(3);
        history.Of("some")!.Cost.ShouldBe(Money.Zero);
        history.Of("nothing").ShouldBeNull();
    }

    [Fact]
    public async Task Read_RunsThatTellNothing_AreLeftOutAndFailuresCounted()
    {
        await _store.AddAsync("r1", [Started(), .. Call("a", 1, 0.01m, 1, 1), new RunCompleted(RunStatus.Failed, 1, new Money(0.01m))]);
        await _store.AddAsync("r2", [Started() with { Simulated = true }, .. Call("a", 1, 0.01m, 1, 1), Ended(0.01m)]);
        await _store.AddAsync("r3", [Started() with { Workflow = "other" }, .. Call("a", 1, 0.01m, 1, 1), Ended(0.01m)]);
        await _store.AddAsync("r4", [Started(), .. Call("a", 1, 0.01m, 1, 1)]);
        await _store.AddAsync("r5", [Started() with { Cassette = "tape" }, Ended(0m)]);

        var history = Read();

        (history.Runs, history.Failures).ShouldBe((0, 1));
        history.Cost.ShouldBeNull();
        history.Duration.ShouldBeNull();
        history.Of("a").ShouldBeNull();
    }

    private RunHistory Read() => RunHistory.Read(_store, RunHistory.Newest(_store), run => run.Workflow == "greet");

    private static RunStarted Started() => new("r", "greet", "greet.yaml", "", 3);

    private static RunCompleted Ended(decimal cost) => new(RunStatus.Completed, 0, new Money(cost));

    private static RunEvent[] Call(string node, long call, decimal cost, long input, long output)
    {
        var bound = new CallBound($"m-{node}", 1_000, 100, 10, 1, 10, 0);
        return
        [
            new CallReserved(node, 1, 1, call, new Amount(new Money(1), 1_100, 1), 100, bound),
            new CallSettled(node, 1, 1, call, CallOutcome.Answered, new Amount(new Money(cost), input + output, 1)) { Usage = new TokenUsage(input, output) },
        ];
    }
}
