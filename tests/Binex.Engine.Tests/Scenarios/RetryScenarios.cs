using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class RetryScenarios
{
    [Theory]
    [InlineData(BackoffKind.Exponential, "1000 2000 3000 3000")]
    [InlineData(BackoffKind.Fixed, "1000 1000 1000 1000")]
    [InlineData(BackoffKind.None, "0 0 0 0")]
    public async Task Backoff_WithoutJitter_WaitsExactly(BackoffKind backoff, string waits)
    {
        var model = new ScriptedChatModel().On("a", Fail(FailureKind.Network));
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", change: node => node with
        {
            Retry = new RetryPolicy { MaxAttempts = 5, Backoff = backoff, Max = TimeSpan.FromSeconds(3), Jitter = false },
        }))
        { Model = model }.RunAsync();

        var told = run.Of<CallSettled>("a").Select(call => call.RetryInMs).ToList();
        told[..4].ShouldBe(waits.Split(' ').Select(wait => (long?)long.Parse(wait)));
        told[4].ShouldBeNull();
        var times = model.CallsOf("a").Select(call => call.At).ToList();
        times.Zip(times.Skip(1), (before, after) => (long?)(after - before).TotalMilliseconds).ShouldBe(told[..4]);
        run.FailureOf("a").Message.ShouldBe("no");
    }

    [Fact]
    public async Task Jitter_StaysBetweenHalfAndWhole_AndIsTheSameForTheSameSeed()
    {
        async Task<List<long?>> WaitsAsync(int seed) => [.. (await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", attempts: 6))
        {
            Seed = seed,
            Model = new ScriptedChatModel().On("a", Fail(FailureKind.Server)),
        }.RunAsync()).Of<CallSettled>("a").Select(call => call.RetryInMs)];

        var waits = await WaitsAsync(1);

        waits[..5].Select((wait, i) => wait!.Value / (1000.0 * (1 << i))).ShouldAllBe(share => share >= 0.5 && share <= 1);
        (await WaitsAsync(1)).ShouldBe(waits);
        (await WaitsAsync(2)).ShouldNotBe(waits);
    }

    [Fact]
    public async Task Infrastructure_RepeatsOnlyTheCall()
    {
        var model = new ScriptedChatModel().On("a", Fail(FailureKind.Server), Fail(FailureKind.Network), Say("fine"));
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large")) { Model = model }.RunAsync();

        run.Of<AttemptStarted>("a").Count.ShouldBe(1);
        run.Of<CallReserved>("a").Count.ShouldBe(3);
        run.Of<CallSettled>("a").Select(call => call.Outcome).ShouldBe([CallOutcome.Rejected, CallOutcome.Rejected, CallOutcome.Answered]);
        run.Output("a").ShouldBe("fine");
        run.Cost.ShouldBe(0.0002m);
    }

    [Fact]
    public async Task RetryAfter_IsHonoured_AndSlowsAllNodesOfThatProvider()
    {
        var model = new ScriptedChatModel();
        model.On("a", call =>
        {
            var result = call.Number == 1 ? Fail(FailureKind.RateLimit, retryAfter: TimeSpan.FromSeconds(20)) : Say("a");
            return Task.FromResult(result);
        });
        var clock = new LeapingClock();
        var run = await new EngineRun(new WorkflowBuilder()
            .Concurrency(models: 1)
            .Node("a", "llm://acme/large", attempts: 1)
            .Node("b", "llm://acme/large")
            .Node("c", "llm://other/small")) { Model = model, Clock = clock }.RunAsync();

        var start = run.Entries[0].At;
        run.Ends.ShouldBe(["a failed", "b completed", "c completed"]);
        model.CallsOf("a").Select(call => call.At - start).ShouldBe([TimeSpan.Zero]);
        model.CallsOf("b")[0].At.ShouldBe(start.AddSeconds(20));
        model.CallsOf("c")[0].At.ShouldBe(start.AddSeconds(20));
        run.Of<CallSettled>("a")[0].RetryInMs.ShouldBeNull();
    }

    [Fact]
    public async Task RetryAfter_OfOneProvider_DoesNotSlowAnother()
    {
        var clock = new LeapingClock { LeapsUpTo = TimeSpan.Zero };
        var other = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var model = new ScriptedChatModel();
        model.On("a", call => Task.FromResult(call.Number == 1 ? Fail(FailureKind.Server, retryAfter: TimeSpan.FromSeconds(20)) : Say("a")));
        model.On("c", _ =>
        {
            other.TrySetResult();
            return Task.FromResult(Say("c"));
        });
        var running = new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large")
            .Node("c", "llm://other/small")) { Model = model, Clock = clock }.RunAsync();

        (await clock.NextWaitAsync()).ShouldBe(TimeSpan.FromSeconds(20));
        await other.Task;
        clock.Advance(TimeSpan.FromSeconds(20));
        var run = await running;

        run.Status.ShouldBe(RunStatus.Completed);
        model.CallsOf("a").Count.ShouldBe(2);
        model.CallsOf("c")[0].At.ShouldBe(run.Entries[0].At);
    }

    [Fact]
    public async Task RetryAfter_TooLongToWaitFor_FailsInsteadOfHanging()
    {
        var model = new ScriptedChatModel().On("a", Fail(FailureKind.RateLimit, retryAfter: TimeSpan.MaxValue));
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large")) { Model = model }.RunAsync();

        model.Calls.Count.ShouldBe(1);
        run.Ends.ShouldBe(["a failed"]);
    }

    [Theory]
    [InlineData(FailureKind.Authentication)]
    [InlineData(FailureKind.BadRequest)]
    [InlineData(FailureKind.ContextTooLong)]
    [InlineData(FailureKind.Quota)]
    public async Task HopelessFailures_AreNeverRetried(FailureKind kind)
    {
        var model = new ScriptedChatModel().On("a", Fail(kind));
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", change: node => node with
        {
            Retry = new RetryPolicy { MaxAttempts = 5, OnAny = true },
        }))
        { Model = model }.RunAsync();

        model.Calls.Count.ShouldBe(1);
        run.FailureOf("a").Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task SchemaError_SecondAttemptSeesItsAnswerAndTheErrors()
    {
        var model = new ScriptedChatModel().Says("a", """{"title":1}""", """{"title":"T","body":"B"}""");
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write", outputs: ["title", "body"])) { Model = model }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Of<AttemptFailed>("a").Single().Failure.Kind.ShouldBe(FailureKind.Schema);
        run.Of<AttemptFailed>("a").Single().RetryInMs.ShouldBe(0);
        var second = model.CallsOf("a")[1].Request.Messages;
        second.Select(message => message.Role).ShouldBe([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User]);
        second[2].Text.ShouldBe("""{"title":1}""");
        second[3].Text.ShouldContain("body");
    }

    [Fact]
    public async Task CallsAndAttempts_ShareOneRetryBudget()
    {
        var model = new ScriptedChatModel().On("a", Fail(FailureKind.Network), Say("not json"), Say("not json"));
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", outputs: ["x", "y"])) { Model = model }.RunAsync();

        model.Calls.Count.ShouldBe(3);
        run.Of<AttemptStarted>("a").Count.ShouldBe(2);
        run.FailureOf("a").Message.ShouldContain("the answer is not JSON");
    }

    [Fact]
    public async Task Deadline_Passes_EndsTheAttemptWithAMessage()
    {
        var clock = new LeapingClock { LeapsUpTo = TimeSpan.Zero };
        var running = new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", change: node => node with { Deadline = TimeSpan.FromSeconds(5) }))
        {
            Clock = clock,
            Model = new ScriptedChatModel().On("a", call =>
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                return HangAsync(call);
            }),
        }.RunAsync();

        var run = await running;

        run.FailureOf("a").Kind.ShouldBe(FailureKind.Timeout);
        run.FailureOf("a").Message.ShouldContain("took longer than its deadline of 5 s");
        run.Of<NodeFailed>("a").Single().StopReason.ShouldBe(StopReason.DeadlineExceeded);
        run.Of<CallSettled>("a").Single().Outcome.ShouldBe(CallOutcome.Unknown);
        run.Cost.ShouldBe(RoundPrices.Hold(4096));
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Deadline_Retried_HoldsForEachAttempt()
    {
        var clock = new LeapingClock { LeapsUpTo = TimeSpan.FromSeconds(3) };
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", change: node => node with
        {
            Deadline = TimeSpan.FromSeconds(5),
            Retry = new RetryPolicy { MaxAttempts = 2, On = [FailureKind.Timeout] },
        }))
        {
            Clock = clock,
            Model = new ScriptedChatModel().On("a", call =>
            {
                if (call.Number == 1)
                {
                    clock.Advance(TimeSpan.FromSeconds(5));
                    return HangAsync(call);
                }

                clock.Advance(TimeSpan.FromSeconds(4.9));
                return Task.FromResult(Say("late, but in time"));
            }),
        }.RunAsync();

        run.Output("a").ShouldBe("late, but in time");
        run.Of<AttemptStarted>("a").Count.ShouldBe(2);
    }

    [Fact]
    public async Task NodeDuration_HoldsForAllAttemptsTogether()
    {
        var clock = new LeapingClock { LeapsUpTo = TimeSpan.FromSeconds(3) };
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", change: node => node with
        {
            Budget = new BudgetCaps { MaxDuration = TimeSpan.FromSeconds(8) },
            Deadline = TimeSpan.FromSeconds(5),
            Retry = new RetryPolicy { MaxAttempts = 9, OnAny = true },
        }))
        {
            Clock = clock,
            Model = new ScriptedChatModel().On("a", call =>
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                return HangAsync(call);
            }),
        }.RunAsync();

        run.FailureOf("a").Message.ShouldContain("took longer than its budget.max_duration of 8 s");
        run.Of<NodeFailed>("a").Single().StopReason.ShouldBe(StopReason.DeadlineExceeded);
        run.Of<AttemptStarted>("a").Count.ShouldBe(2);
    }

    [Fact]
    public async Task LocalFail_WithTimes_SucceedsAfterThem()
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "local://fail", inputs: [("times", 2)], change: node => node with
        {
            Retry = new RetryPolicy { MaxAttempts = 3, OnAny = true },
        })).RunAsync();

        run.Of<AttemptFailed>("a").Count.ShouldBe(2);
        run.Ends.ShouldBe(["a completed"]);
    }
}
