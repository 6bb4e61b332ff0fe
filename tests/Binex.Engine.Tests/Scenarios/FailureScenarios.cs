using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class FailureScenarios
{
    [Fact]
    public async Task Failure_BlocksDependantsWithRootCause_OtherBranchesGoOn()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://fail", inputs: [("message", "broken")])
            .Node("b", dependsOn: ["a"])
            .Node("c", dependsOn: ["b"])
            .Node("x")
            .Node("y", dependsOn: ["x"])).RunAsync();

        run.Ends.ShouldBe(["a failed", "b blocked by a", "c blocked by a", "x completed", "y completed"]);
        run.FailureOf("a").Message.ShouldBe("broken");
        run.Status.ShouldBe(RunStatus.Failed);
        run.ExitCode.ShouldBe(1);
        run.Result.Outputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task ContinueOnError_DependantsRunWithNull()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://fail", change: node => node with { ContinueOnError = true })
            .Node("b", "local://select", inputs: [("value", new { a = "${a.output}", s = "${a.status}" })])).RunAsync();

        run.Ends.ShouldBe(["a failed", "b completed"]);
        run.Output("b").ShouldBe("""{"a":null,"s":"failed"}""");
        run.Status.ShouldBe(RunStatus.Completed);
    }

    [Fact]
    public async Task FailFast_CancelsWhatRuns()
    {
        var hangs = new TaskCompletionSource();
        var model = new ScriptedChatModel().On("hangs", call =>
        {
            hangs.SetResult();
            return ScriptedChatModel.HangAsync(call);
        });
        model.On("fails", async _ =>
        {
            await hangs.Task;
            return ScriptedChatModel.Fail(FailureKind.BadRequest);
        });
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("hangs", "llm://acme/large")
            .Node("fails", "llm://acme/large")
            .Node("after", dependsOn: ["hangs"])) { Model = model, FailFast = true }.RunAsync();

        run.Ends.ShouldBe(["hangs cancelled", "fails failed", "after never"]);
        run.Of<RunCancelling>().Single().Message.ShouldContain("'fails'");
        run.Of<CallSettled>("hangs").Single().Outcome.ShouldBe(CallOutcome.Unknown);
        run.Status.ShouldBe(RunStatus.Failed);
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task FailFast_ConditionThatCannotBeEvaluated_StopsTheRunToo()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Concurrency(total: 1)
            .Node("a", "local://select", inputs: [("value", "{")])
            .Node("b", when: "json(${a.output}) == 1")
            .Node("c", dependsOn: ["a"])) { FailFast = true }.RunAsync();

        run.Ends.ShouldBe(["a completed", "b failed", "c never"]);
        run.Of<RunCancelling>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task ProviderUnreachable_HasItsOwnExitCode()
    {
        var model = new ScriptedChatModel().On("a", ScriptedChatModel.Fail(FailureKind.Network));
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large")) { Model = model }.RunAsync();

        run.ExitCode.ShouldBe(5);
        model.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task AgentNotKnown_FailsWithItsName()
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "exec://ls")).RunAsync();

        run.FailureOf("a").Message.ShouldBe("node 'a': this version cannot run exec://ls");
    }

    [Fact]
    public async Task BugInAModel_SurfacesAsItself_AndSettlesWhatRuns()
    {
        var hangs = new TaskCompletionSource();
        var model = new ScriptedChatModel().On("hangs", call =>
        {
            hangs.SetResult();
            return ScriptedChatModel.HangAsync(call);
        });
        model.On("bug", async _ =>
        {
            await hangs.Task;
            throw new InvalidOperationException("a bug");
        });
        var run = new EngineRun(new WorkflowBuilder().Node("hangs", "llm://acme/large").Node("bug", "llm://acme/large")) { Model = model };

        (await Should.ThrowAsync<InvalidOperationException>(() => run.RunAsync())).Message.ShouldBe("a bug");

        var reserved = run.Journal.Events.OfType<CallReserved>().Select(call => call.Call).Order();
        run.Journal.Events.OfType<CallSettled>().Select(call => call.Call).Order().ShouldBe(reserved);
        run.Journal.Events.OfType<CallSettled>().ShouldAllBe(call => call.Outcome == CallOutcome.Unknown);
        run.Journal.Events.OfType<RunCompleted>().ShouldBeEmpty();
    }
}
