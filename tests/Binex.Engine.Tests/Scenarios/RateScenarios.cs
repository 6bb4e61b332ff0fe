using Binex.Core.Configuration;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class RateScenarios
{
    [Fact]
    public async Task Rates_Requests_AreWaitedForAndNoneIsLost()
    {
        var run = await Run(9, new RateLimits(new Rate(2, TimeSpan.FromSeconds(10)), null)).RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Run.Model.Calls.Count.ShouldBe(9);
        (run.Entries[^1].At - run.Entries[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Rates_CallLargerThanAllAllowed_GoesAlone()
    {
        var run = await Run(2, new RateLimits(null, new Rate(10, TimeSpan.FromMinutes(1)))).RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Run.Model.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rates_OfAnotherProvider_HoldNobody()
    {
        var run = await Run(9, new RateLimits(new Rate(1, TimeSpan.FromHours(1)), null), provider: "other").RunAsync();

        run.Run.Model.Calls.Select(call => call.At).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Rates_CancelledWhileItWaits_IsNotSentAndNotPaid()
    {
        using var cancel = new CancellationTokenSource();
        var run = Run(2, new RateLimits(new Rate(1, TimeSpan.FromHours(24)), null));

        // Either of the two may be the first.
        run.Model.On("n0", SayAndCancelAsync).On("n1", SayAndCancelAsync);

        var record = await run.RunAsync(cancel.Token);

        record.ExitCode.ShouldBe(ExitCodes.Cancelled);
        record.Run.Model.Calls.ShouldHaveSingleItem();
        record.Cost.ShouldBe(0.0002m);

        async Task<ChatResult> SayAndCancelAsync(ScriptedCall call)
        {
            await Task.Yield();
            cancel.CancelAfter(TimeSpan.FromMilliseconds(1));
            return Say("yes");
        }
    }

    [Fact]
    public async Task Quiet_AnswerThatSaysToBeTheLast_HoldsTheOthersBack()
    {
        var run = new EngineRun(Builder(3).Concurrency(models: 1))
        {
            Model = new ScriptedChatModel().On("n0", ChatResult.Answered(Say("last").Answer! with { QuietFor = TimeSpan.FromSeconds(30) })),
        };
        await run.RunAsync();

        var times = run.Model.Calls.Select(call => call.At).Order().ToList();
        (times[1] - times[0]).ShouldBe(TimeSpan.FromSeconds(30));
        (times[2] - times[1]).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Cost_StatedByTheProvider_WinsAndTheListCostIsOnRecord()
    {
        var run = await new EngineRun(Builder(2)) { Model = new ScriptedChatModel().On("n0", Say("dear", stated: 0.0009m)).On("n1", Say("as listed", stated: 0.0002m)) }.RunAsync();

        var dear = run.Of<CallSettled>("n0").ShouldHaveSingleItem();
        dear.Spent.Cost.Usd.ShouldBe(0.0009m);
        dear.ListCost!.Value.Usd.ShouldBe(0.0002m);
        run.Of<CallSettled>("n1").ShouldHaveSingleItem().ListCost.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, 100L, 116L)]
    [InlineData(true, 900L, 918L)]
    [InlineData(true, 5_000L, 1_000L)]
    [InlineData(true, null, 1_000L)]
    [InlineData(false, 100L, 1_000L)]
    public async Task Count_OfTheProvider_IsHeldWhereTheWorkflowWantsIt(bool isWanted, long? count, long held)
    {
        var builder = Builder(1).Budget(1, change: budget => budget with { CountTokens = isWanted });
        var run = await new EngineRun(builder) { Counter = new FixedCounter(count) }.RunAsync();

        run.Of<CallReserved>("n0").ShouldHaveSingleItem().Bound.InputTokens.ShouldBe(held);
    }

    private static EngineRun Run(int nodes, RateLimits limits, string provider = "acme") => new(Builder(nodes).Concurrency(models: 100))
    {
        Rates = new Dictionary<string, RateLimits> { [provider] = limits },
    };

    private static WorkflowBuilder Builder(int nodes)
    {
        var builder = new WorkflowBuilder();
        for (var i = 0; i < nodes; i++)
        {
            builder.Node($"n{i}", "llm://acme/large", prompt: $"hi {i}", maxTokens: 100);
        }

        return builder;
    }
}
