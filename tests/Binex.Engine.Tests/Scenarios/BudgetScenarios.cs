using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Ledgers.Projects;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Ledgers;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class BudgetScenarios
{
    [Fact]
    public async Task Refusal_BlocksDependants_OtherBranchesGoOn_AndSaysTheArithmetic()
    {
        var model = new ScriptedChatModel().On("a", Say("long", 1000, 500));
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(0.0115m, change: budget => budget with { Shrink = false })
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("b", "llm://acme/large", dependsOn: ["a"], maxTokens: 1000)
            .Node("c", "llm://acme/large", dependsOn: ["b"])
            .Node("other", dependsOn: ["a"])) { Model = model }.RunAsync();

        run.Ends.ShouldBe(["a completed", "b refused", "c blocked by b", "other completed"]);
        run.Status.ShouldBe(RunStatus.OverBudget);
        run.ExitCode.ShouldBe(3);
        var refusal = run.Of<CallRefused>("b").Single().Refusal;
        refusal.Account.ShouldBe("run");
        refusal.Metric.ShouldBe(RefusedMetric.Cost);
        (refusal.Limit, refusal.Spent, refusal.Held, refusal.Needed).ShouldBe((0.0115m, 0.006m, 0m, 0.011m));
        run.FailureOf("b").Message.ShouldContain("1,000 output tokens");
        run.Of<NodeFailed>("b").Single().StopReason.ShouldBe(StopReason.BudgetRefused);
        run.Of<AttemptFailed>("b").Single().StopReason.ShouldBe(StopReason.BudgetRefused);
        model.CallsOf("b").ShouldBeEmpty();
        run.Cost.ShouldBe(0.006m);
    }

    [Fact]
    public async Task Shrink_LowersTheOutputLimitThatIsSent()
    {
        var model = new ScriptedChatModel().On("a", Say("long", 1000, 500));
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(0.012m)
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("b", "llm://acme/large", dependsOn: ["a"], maxTokens: 1000)) { Model = model }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        model.CallsOf("a")[0].Request.MaxOutputTokens.ShouldBe(1000);
        model.CallsOf("b")[0].Request.MaxOutputTokens.ShouldBe(500);
        run.Of<CallReserved>("b").Single().MaxOutputTokens.ShouldBe(500);
    }

    [Fact]
    public async Task NodeBudget_RefusesOnlyThatNode()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", maxTokens: 1000, change: node => node with { Budget = new BudgetCaps { MaxCost = new Money(0.001m) } })
            .Node("b", "llm://acme/large", maxTokens: 1000)).RunAsync();

        run.Ends.ShouldBe(["a refused", "b completed"]);
        run.Of<CallRefused>("a").Single().Refusal.Account.ShouldBe("run/a");
        run.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task PolicyWarn_SendsAndSaysSo()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Concurrency(total: 1)
            .Budget(0.0003m, change: budget => budget with { Policy = BudgetPolicy.Warn })
            .Node("a", "llm://acme/large")
            .Node("b", "llm://acme/large")
            .Node("c", "llm://acme/large")).RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Of<BudgetExceeded>().ShouldBe([new BudgetExceeded("run", new Money(0.0004m), new Money(0.0003m))]);
        run.Cost.ShouldBe(0.0006m);
    }

    [Fact]
    public async Task WarnAt_TellsEachMarkOnce()
    {
        var builder = new WorkflowBuilder().Concurrency(total: 1).Budget(0.001m, change: budget => budget with { Policy = BudgetPolicy.Warn, WarnAt = [0.8m, 0.4m] });
        for (var i = 0; i < 5; i++)
        {
            builder.Node($"n{i}", "llm://acme/large");
        }

        var run = await new EngineRun(builder).RunAsync();

        run.Of<BudgetWarned>().Select(mark => (mark.Share, mark.Spent.Usd)).ShouldBe([(0.4m, 0.0004m), (0.8m, 0.0008m)]);
    }

    [Fact]
    public async Task Overshoot_StopsTheRun()
    {
        var hangs = new TaskCompletionSource();
        var model = new ScriptedChatModel().On("hangs", call =>
        {
            hangs.SetResult();
            return HangAsync(call);
        });
        model.On("a", async _ =>
        {
            await hangs.Task;
            return Say("dear", 100, 10_000);
        });
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("hangs", "llm://acme/large", maxTokens: 1000)
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("after", "llm://acme/large", dependsOn: ["a"])) { Model = model }.RunAsync();

        run.ExitCode.ShouldBe(6);
        run.Status.ShouldBe(RunStatus.OverBudget);
        run.Of<BudgetOvershot>().Single().ShouldBe(new BudgetOvershot("a", run.Of<CallReserved>("a").Single().Call, new Money(0.011m), new Money(0.1001m)));
        var resumed = await run.Run.Resume(run.Entries, new ScriptedChatModel()).RunAsync();
        (resumed.Of<RunCompleted>().Single().Status, resumed.Of<RunCompleted>().Single().ExitCode).ShouldBe((RunStatus.Completed, ExitCodes.Overshot));
        run.Ends.ShouldBe(["hangs cancelled", "a completed", "after never"]);
        run.Output("a").ShouldBe("dear");
        run.Cost.ShouldBe(0.1001m + 0.011m);
    }

    [Fact]
    public async Task Overshoot_OfAnEstimateWhileEveryCapHolds_IsBookedAndTheRunGoesOn()
    {
        var model = new ScriptedChatModel().On("a", Say("long", 900, 1000));
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("after", "llm://acme/large", dependsOn: ["a"])) { Model = model, Bounds = new EstimatedBounds() }.RunAsync();

        run.Ends.ShouldBe(["a completed", "after completed"]);
        run.ExitCode.ShouldBe(0);
        run.Of<BudgetOvershot>().Single().ShouldBe(new BudgetOvershot("a", 1, new Money(0.0101m), new Money(0.0109m)) { Estimated = true });
    }

    [Fact]
    public async Task Overshoot_OfATokenCap_StopsTheRunEvenWhereItCostsNothing()
    {
        var model = new ScriptedChatModel().On("a", Say("long", 100, 10_000));
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(1m, maxTokens: 6_000)
            .Node("a", "llm://free", maxTokens: 1_000)
            .Node("after", "local://noop", dependsOn: ["a"])) { Model = model }.RunAsync();

        run.ExitCode.ShouldBe(6);
        run.Ends.ShouldBe(["a completed", "after never"]);
        run.Of<BudgetOvershot>().Single().ShouldBe(new BudgetOvershot("a", 1, Money.Zero, Money.Zero) { HeldTokens = 2_000, CountedTokens = 10_100 });
    }

    [Fact]
    public async Task MoreTokensThanWereHeld_WhileTheCapHolds_AreOnlyBooked()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(1m, maxTokens: 20_000)
            .Node("a", "llm://free", maxTokens: 1_000)) { Model = new ScriptedChatModel().On("a", Say("long", 100, 10_000)) }.RunAsync();

        run.ExitCode.ShouldBe(0);
        run.Of<BudgetOvershot>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Overshoot_OfAModelWithoutAPrice_IsBookedAndTheRunGoesOn()
    {
        var model = new ScriptedChatModel().On("a", Say("a", stated: 0.01m));
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(1m, change: budget => budget with { AllowUnpriced = true })
            .Node("a", "llm://unpriced")
            .Node("after", "llm://acme/large", dependsOn: ["a"])) { Model = model }.RunAsync();

        run.Ends.ShouldBe(["a completed", "after completed"]);
        run.Cost.ShouldBe(0.0102m);
        run.Of<BudgetOvershot>().Single().Estimated.ShouldBeTrue();
    }

    [Fact]
    public async Task Overshoot_OfAnEstimateAndOfACap_StopsTheRun()
    {
        var model = new ScriptedChatModel().On("a", Say("long", 900, 1000));
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(0.0105m)
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("after", "llm://acme/large", dependsOn: ["a"])) { Model = model, Bounds = new EstimatedBounds() }.RunAsync();

        run.Ends.ShouldBe(["a completed", "after never"]);
        run.ExitCode.ShouldBe(6);
        run.Of<BudgetOvershot>().Single().Estimated.ShouldBeFalse();
    }

    [Fact]
    public async Task End_UnderCapsOfTheProject_SaysWhereTheyStand()
    {
        var accounts = new ProjectAccounts(new ProjectCaps(new Money(5m), null), new MemoryProjectStore());
        var first = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large")) { Project = accounts }.RunAsync();
        var second = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large")) { Project = accounts }.RunAsync();

        first.Of<RunCompleted>().Single().Shared.ShouldBe([new SharedAccount("day", new Money(5m), new Money(0.0002m), Money.Zero)]);
        second.Of<RunCompleted>().Single().Shared.ShouldBe([new SharedAccount("day", new Money(5m), new Money(0.0004m), Money.Zero)]);
    }

    [Theory]
    [InlineData("unknown", 0.011)]
    [InlineData("status", 0)]
    [InlineData("noUsage", 0.011)]
    [InlineData("stated", 0.005)]
    [InlineData("statedOnly", 0.005)]
    [InlineData("statedNegative", 0.0002)]
    [InlineData("negative", 0)]
    public async Task Settlement_IsWhatIsKnown(string ending, decimal cost)
    {
        var result = ending switch
        {
            "unknown" => Fail(FailureKind.BadRequest, ChargeKnowledge.Unknown),
            "status" => Fail(FailureKind.BadRequest),
            "noUsage" => SayWithoutUsage("x"),
            "stated" => Say("x", stated: 0.005m),
            "statedOnly" => ChatResult.Answered(new ChatAnswer("x", null) { StatedCost = new Money(0.005m) }),
            "statedNegative" => Say("x", stated: -5m),
            _ => Say("x", -100, -100),
        };
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", maxTokens: 1000)) { Model = new ScriptedChatModel().On("a", result) }.RunAsync();

        run.Cost.ShouldBe(cost);
        run.Of<CallSettled>("a").Single().Spent.Cost.Usd.ShouldBe(cost);
        run.Of<CallSettled>("a").Single().Spent.Tokens.ShouldBeGreaterThanOrEqualTo(0);
        run.Of<CallSettled>("a").Single().Spent.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task AbsurdUsage_UpsetsNothing()
    {
        var model = new ScriptedChatModel().On("a", Say("x", long.MaxValue, long.MaxValue)).On("b", Say("x", 1, 1, stated: decimal.MaxValue));
        var run = await new EngineRun(new WorkflowBuilder()
            .Concurrency(total: 1)
            .Node("free", "llm://free", maxTokens: 100)
            .Node("a", "llm://free", maxTokens: 100)
            .Node("b", "llm://acme/large", maxTokens: 100)) { Model = model }.RunAsync();

        run.ExitCode.ShouldBe(6);
        run.Of<CallSettled>().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Parallel_SumOverNodesEqualsTheRun_AndNeverPassesTheCap()
    {
        var builder = new WorkflowBuilder().Budget(0.03m);
        for (var i = 0; i < 30; i++)
        {
            builder.Node($"n{i}", "llm://acme/large", maxTokens: 1000);
        }

        var run = await new EngineRun(builder).RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Of<CallSettled>().Sum(call => call.Spent.Cost.Usd).ShouldBe(run.Cost);
        run.Cost.ShouldBe(30 * 0.0002m);
        LedgerProof.NeverPasses(run.Events, 0.03m);
    }

    [Fact]
    public async Task CallsOfANode_AreBoundEvenWhereTheyCostNothing()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://free", backEdge: WorkflowBuilder.BackTo("a", "true", max: 1000))) .RunAsync();

        run.Of<CallSettled>("a").Count.ShouldBe(WorkflowBudget.DefaultCallsOfNode);
        run.Ends.ShouldBe(["a refused 51"]);
        run.Of<CallRefused>().Single().Refusal.Metric.ShouldBe(RefusedMetric.Calls);
        run.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task CallsOfARun_AreBoundEvenWhereTheyCostNothing()
    {
        var builder = new WorkflowBuilder().Concurrency(models: 64);
        for (var i = 0; i < 1003; i++)
        {
            builder.Node($"n{i}", "llm://free", maxTokens: 10);
        }

        var run = await new EngineRun(builder).RunAsync();

        run.Of<CallSettled>().Count.ShouldBe(WorkflowBudget.DefaultCallsOfRun);
        run.Of<CallRefused>().Count.ShouldBe(3);
    }

    [Fact]
    public async Task MaxDuration_StopsTheRun()
    {
        var clock = new LeapingClock { LeapsUpTo = TimeSpan.Zero };
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(1m, change: budget => budget with { Caps = budget.Caps with { MaxDuration = TimeSpan.FromMinutes(2) } })
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("b", dependsOn: ["a"]))
        {
            Clock = clock,
            Model = new ScriptedChatModel().On("a", call =>
            {
                clock.Advance(TimeSpan.FromMinutes(2));
                return HangAsync(call);
            }),
        }.RunAsync();

        run.ExitCode.ShouldBe(3);
        run.Of<RunCancelling>().Single().Reason.ShouldBe(StopReason.DeadlineExceeded);
        run.Of<RunCancelling>().Single().Message.ShouldContain("2 min");
        run.Cost.ShouldBe(0.011m);
        run.Ends.ShouldBe(["a cancelled", "b never"]);
    }
}
