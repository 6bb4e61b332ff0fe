using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class LoopScenarios
{
    [Fact]
    public async Task BackEdge_ApprovedAtOnce_RunsOnce()
    {
        var run = await new EngineRun(DraftAndReview()) { Humans = new ScriptedHumans().Approve("review") }.RunAsync();

        run.Story.ShouldBe(["draft started", "draft completed", "review started", "review completed", "publish started", "publish completed"]);
        run.Output("publish").ShouldBe("draft says 1");
        run.Of<LoopIterated>().ShouldBeEmpty();
    }

    [Fact]
    public async Task BackEdge_Rejected_ShowsPreviousAnswerAndFeedback_OutsideWaits()
    {
        var run = await new EngineRun(DraftAndReview()) { Humans = new ScriptedHumans().Reject("review", "too long").Approve("review") }.RunAsync();

        run.Story.ShouldBe([
            "draft started", "draft completed", "review started", "review goes back",
            "draft started 2", "draft completed 2", "review started 2", "review completed 2", "publish started", "publish completed",
        ]);
        run.Prompt("draft").ShouldBe("Write");
        run.Prompt("draft", 2).ShouldBe(
            "Write\nYour previous answer:\ndraft says 1\n\nIt was not accepted by review. Revise it by this feedback:\ntoo long");
        run.Output("publish").ShouldBe("draft says 2");
        run.Of<LoopIterated>().ShouldBe([new LoopIterated("review", 2, "draft")]);
        run.Status.ShouldBe(RunStatus.Completed);
    }

    [Fact]
    public async Task BackEdge_TargetRefersToFeedback_GetsNoSectionOfItsOwn()
    {
        var run = await new EngineRun(DraftAndReview("Write. ${review.feedback:-No feedback yet.}"))
        {
            Humans = new ScriptedHumans().Reject("review", "shorter").Approve("review"),
        }.RunAsync();

        run.Prompt("draft").ShouldBe("Write. No feedback yet.");
        run.Prompt("draft", 2).ShouldBe("Write. shorter");
    }

    [Theory]
    [InlineData(false, "review failed 2", "publish blocked by review", RunStatus.Failed)]
    [InlineData(true, "review completed 2", "publish completed", RunStatus.Completed)]
    public async Task BackEdge_AtItsLimit_FailsOrAccepts(bool accept, string review, string publish, RunStatus status)
    {
        var run = await new EngineRun(DraftAndReview(max: 2, accept: accept))
        {
            Humans = new ScriptedHumans().Reject("review", "no").Reject("review", "no"),
        }.RunAsync();

        run.Ends.ShouldBe(["draft completed 2", review, publish]);
        run.Status.ShouldBe(status);
        if (!accept)
        {
            run.Of<NodeFailed>("review").Single().StopReason.ShouldBe(StopReason.LoopLimit);
            run.FailureOf("review").Message.ShouldContain("on_limit: accept");
        }
    }

    [Fact]
    public async Task BackEdge_AtItsLimitAndContinueOnError_GivesNull()
    {
        var builder = new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "x")])
            .Node("b", "local://echo", dependsOn: ["a"], backEdge: WorkflowBuilder.BackTo("a", max: 2), change: node => node with { ContinueOnError = true })
            .Node("c", "local://select", inputs: [("value", "<${b.output}>")]);

        var run = await new EngineRun(builder).RunAsync();

        run.Ends.ShouldBe(["a completed 2", "b failed 2", "c completed"]);
        run.Output("c").ShouldBe("<>");
    }

    [Fact]
    public async Task BackEdge_SideBranch_RunsAgain_AndWhatReadsBothWaits()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("draft", "local://template", inputs: [("template", "v${iteration}")])
            .Node("side", "local://template", inputs: [("template", "side of ${draft.output}")])
            .Node("judge", "local://template", dependsOn: ["draft"], inputs: [("template", "${iteration}")], backEdge: WorkflowBuilder.BackTo("draft", "${judge.output} < 3"))
            .Node("all", "local://merge", dependsOn: ["side", "judge"])).RunAsync();

        run.Output("all").ShouldBe("""{"side":"side of v3","judge":3}""");
        run.Of<NodeCompleted>("judge").Select(fact => fact.Iteration).ShouldBe([1, 2, 3]);
        run.Of<NodeCompleted>("all").Count.ShouldBe(1);
    }

    [Fact]
    public async Task BackEdge_NodeSkippedInTheSecondIteration_GivesNullThen()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("start", "local://template", inputs: [("template", "${iteration}")])
            .Node("once", "local://select", when: "${start.output} == 1", inputs: [("value", "first")])
            .Node("judge", "local://select", inputs: [("value", "${start.output}")], dependsOn: ["once"], backEdge: WorkflowBuilder.BackTo("start", "${judge.output} < 2"))
            .Node("end", "local://select", dependsOn: ["judge"], inputs: [("value", "<${once.output}>")])).RunAsync();

        run.Story.ShouldContain("once completed");
        run.Story.ShouldContain("once skipped 2");
        run.Output("end").ShouldBe("<>");
    }

    [Fact]
    public async Task BackEdge_NodeSkippedInTheFirstIteration_IsLookedAtAgain()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("start", "local://template", inputs: [("template", "${iteration}")])
            .Node("later", "local://select", when: "${start.output} == 2", inputs: [("value", "second")])
            .Node("judge", "local://select", inputs: [("value", "${start.output}")], dependsOn: ["later"], backEdge: WorkflowBuilder.BackTo("start", "${judge.output} < 2"))
            .Node("end", "local://select", dependsOn: ["judge"], inputs: [("value", "<${later.output}>")])).RunAsync();

        run.Story.ShouldContain("later skipped");
        run.Story.ShouldContain("later completed 2");
        run.Output("end").ShouldBe("<second>");
    }

    private static WorkflowBuilder DraftAndReview(string prompt = "Write", int max = 5, bool accept = false) => new WorkflowBuilder()
        .Node("draft", "llm://acme/large", prompt: prompt)
        .Node("review", "human://approve", dependsOn: ["draft"], outputs: ["decision", "feedback"],
            backEdge: WorkflowBuilder.BackTo("draft", "${review.decision} == rejected", max, accept))
        .Node("publish", "local://select", dependsOn: ["review"], inputs: [("value", "${draft.output}")]);
}
