using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class CancelScenarios
{
    [Fact]
    public async Task Cancel_WhileCallsRun_SettlesThemInFull_AndEndsInGoodOrder()
    {
        using var cancel = new CancellationTokenSource();
        var running = 0;
        var model = new ScriptedChatModel();
        var builder = new WorkflowBuilder();
        for (var i = 0; i < 5; i++)
        {
            builder.Node($"n{i}", "llm://acme/large", maxTokens: 1000);
            model.On($"n{i}", call =>
            {
                if (Interlocked.Increment(ref running) == 5)
                {
                    cancel.CancelAfter(0);
                }

                return HangAsync(call);
            });
        }

        var run = await new EngineRun(builder.Node("after", dependsOn: ["n0"])) { Model = model }.RunAsync(cancel.Token);

        run.ExitCode.ShouldBe(130);
        run.Status.ShouldBe(RunStatus.Cancelled);
        run.Of<CallSettled>().ShouldAllBe(call => call.Outcome == CallOutcome.Unknown);
        run.Cost.ShouldBe(5 * 0.011m);
        LedgerProof.AddsUp([.. run.Events]);
        run.Events.Last().ShouldBeOfType<RunCompleted>().Status.ShouldBe(RunStatus.Cancelled);
        run.Ends.ShouldBe(["n0 cancelled", "n1 cancelled", "n2 cancelled", "n3 cancelled", "n4 cancelled", "after never"]);
        run.Of<NodeFailed>().ShouldAllBe(failed => failed.StopReason == StopReason.Cancelled);
    }

    [Fact]
    public async Task Cancel_BeforeTheBeginning_StartsNothing()
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large")).RunAsync(new CancellationToken(canceled: true));

        run.Events.Select(fact => fact.GetType()).ShouldBe([typeof(RunStarted), typeof(RunCancelling), typeof(RunCompleted)]);
        run.ExitCode.ShouldBe(130);
    }

    [Fact]
    public async Task Cancel_WhileWaitingForARetry_EndsAtOnce()
    {
        using var cancel = new CancellationTokenSource();
        var clock = new LeapingClock { LeapsUpTo = TimeSpan.Zero };
        var running = new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large"))
        {
            Clock = clock,
            Model = new ScriptedChatModel().On("a", Fail(FailureKind.Server)),
        }.RunAsync(cancel.Token);
        await clock.NextWaitAsync();
        await cancel.CancelAsync();

        var run = await running;

        run.ExitCode.ShouldBe(130);
        run.Cost.ShouldBe(0m);
    }

    [Fact]
    public async Task Cancel_WhileWaitingForMoney_HoldsNothing()
    {
        using var cancel = new CancellationTokenSource();
        Task<Core.Models.ChatResult> Hang(ScriptedCall call)
        {
            cancel.CancelAfter(0);
            return HangAsync(call);
        }

        var model = new ScriptedChatModel().On("a", Hang).On("b", Hang);
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(0.012m)
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("b", "llm://acme/large", maxTokens: 1000)) { Model = model }.RunAsync(cancel.Token);

        run.Of<CallReserved>().Count.ShouldBe(1);
        run.Ends.ShouldBe(["a cancelled", "b cancelled"]);
        run.Cost.ShouldBe(0.011m);
    }

    [Fact]
    public async Task Cancel_AnswerAlreadyThere_IsKept()
    {
        using var cancel = new CancellationTokenSource();
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large"))
        {
            Model = new ScriptedChatModel().On("a", async _ =>
            {
                await cancel.CancelAsync();
                return Say("paid");
            }),
        }.RunAsync(cancel.Token);

        run.Ends.ShouldBe(["a completed"]);
        run.Output("a").ShouldBe("paid");
        run.ExitCode.ShouldBe(130);
        run.Cost.ShouldBe(0.0002m);
    }
}
