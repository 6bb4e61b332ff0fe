using Binex.Core.Costs;
using Binex.Core.Ledgers;
using Binex.Core.Reports;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Testing.Journals;

namespace Binex.Core.Tests.Reports;

public sealed class ReportProjectorTests
{
    private static readonly NodeFailure Broken = new(FailureKind.Server, "the provider failed") { Detail = "upstream said 503", Status = 503 };

    [Fact]
    public async Task ProjectAsync_NoEntries_PendingRunWithAllNodes()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"), JournalNodes.Local("b", "echo", "a"));

        var report = await ProjectAsync(journal);

        report.Run.Status.ShouldBe(RunStatus.Pending);
        report.Nodes.Select(node => node.Status).ShouldBe([NodeStatus.Pending, NodeStatus.Pending]);
        report.Edges.ShouldBe([new ReportEdge("a", "b", false)]);
    }

    [Fact]
    public async Task ProjectAsync_CapsOfTheProjectAndEstimates_StandInTheBudget()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o")).Start();
        journal.Add(5, new RunPlanned(Money.Zero, []) { InputShare = 0.4m, Unpriced = ["own/a", "own/b"] });
        journal.Add(9, new BudgetOvershot("a", 1, new Money(0.04m), new Money(0.05m)) { Estimated = true });
        journal.Add(10, new RunCompleted(RunStatus.Completed, 0, Money.Zero) { Shared = [new SharedAccount("day", new Money(5m), new Money(1.25m), new Money(0.5m))] });

        var report = await ProjectAsync(journal);

        report.Budget.Caps[0].ShouldBe(new ReportCap("day", "cost", "5", "1.25", "0.5", "3.25"));
        report.Budget.InputShare.ShouldBe(0.4m);
        report.Notes.Select(note => note.Severity).ShouldBe(["warning", "info", "warning"]);
        report.Notes[0].Message.ShouldStartWith("the models own/a, own/b have no price");
        report.Notes[1].Message.ShouldContain("40 %");
    }

    [Fact]
    public async Task ProjectAsync_CompletedRun_HasPromptsAnswersCostsAndOutputs()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o").At(4), JournalNodes.Llm("b", "gpt-4o-mini", "a"));
        journal.Start(plannedMax: 0.5m);
        journal.Node("a", 10).Started(queuedMs: 5).Attempt("Be brief.", "What is up?").Call("Much.", 1000, 200, ms: 800).Completed("Much.");
        journal.Node("b", 815).Started().Attempt(prompt: "Say more.").Call("More.", 2000, 100, ms: 400).Completed("More.");
        journal.Complete(1220, outputs: ("answer", "More."));

        var report = await ProjectAsync(journal);

        report.Run.Status.ShouldBe(RunStatus.Completed);
        report.Run.ExitCode.ShouldBe(0);
        report.Run.DurationMs.ShouldBe(1220);
        report.Totals.Cost.ShouldBe(new Money(0.0045m + 0.00036m));
        report.Totals.Calls.ShouldBe(2);
        report.Plan.ShouldBe(new ReportPlan(new Money(0.5m)));
        var a = report.Nodes[0];
        a.Model.ShouldBe("gpt-4o-2026-01-15");
        a.RequestedModel.ShouldBe("gpt-4o");
        a.QueuedMs.ShouldBe(5);
        a.DurationMs.ShouldBe(800);
        a.Location.ShouldBe("workflow.yaml:4:3");
        Content(report, a.Attempts.Single().SystemPrompt).ShouldBe("Be brief.");
        Content(report, a.Attempts.Single().Prompt).ShouldBe("What is up?");
        Content(report, a.Attempts.Single().Calls.Single().Answer).ShouldBe("Much.");
        a.Attempts.Single().Calls.Single().DurationMs.ShouldBe(800);
        report.Nodes[1].DependsOn.ShouldBe(["a"]);
        report.CriticalPath.ShouldBe(["a", "b"]);
        Content(report, report.Outputs.Single().Hash).ShouldBe("More.");
        report.Models.Select(model => model.Model).ShouldBe(["gpt-4o", "gpt-4o-mini"]);
        report.Causes.ShouldBeEmpty();
        report.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task ProjectAsync_FailedNode_IsCauseOfWhatItBlocks()
    {
        var journal = JournalBuilder.For(
            "w", JournalNodes.Llm("a", "gpt-4o"), JournalNodes.Llm("b", "gpt-4o", "a"), JournalNodes.Llm("c", "gpt-4o", "b"), JournalNodes.Local("d", "echo"));
        journal.Start();
        journal.Node("a", 0).Started().Attempt().CallFails(Broken, retryInMs: 1000).CallFails(Broken).AttemptFails(Broken, retryInMs: 500)
            .Attempt().CallFails(Broken).AttemptFails(Broken).Failed(Broken);
        journal.Node("b", 2500).Blocked("a");
        journal.Node("c", 2500).Blocked("a");
        journal.Node("d", 0).Started().Attempt().After(3).Completed("x");
        journal.Complete(2600, RunStatus.Failed, 1);

        var report = await ProjectAsync(journal);

        var cause = report.Causes.ShouldHaveSingleItem();
        cause.Node.ShouldBe("a");
        cause.Blocked.ShouldBe(["b", "c"]);
        cause.Detail.ShouldBe("upstream said 503");
        cause.Advice.ShouldContain("resume");
        report.Totals.Retries.ShouldBe(2);
        report.Totals.Calls.ShouldBe(3);
        report.Nodes[0].Attempts.Select(attempt => attempt.Status).ShouldBe([NodeStatus.Failed, NodeStatus.Failed]);
        report.Nodes[0].Attempts[0].RetryInMs.ShouldBe(500);
        report.Nodes[1].BlockedBy.ShouldBe("a");
        report.Nodes[1].StopReason.ShouldBe(StopReason.UpstreamFailed);
    }

    [Fact]
    public async Task ProjectAsync_RefusedCall_SaysTheArithmetic()
    {
        var refusal = new Refusal("run", RefusedMetric.Cost, 0.05m, 0.045m, 0, 0.0146m, NodeJournal.Bound("gpt-4o", 4816, 1024));
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"));
        journal.Start(maxCost: 0.05m);
        var refused = new NodeFailure(FailureKind.Quota, "refused");
        journal.Node("a", 0).Started().Attempt().CallRefused(refusal).AttemptFails(refused, StopReason.BudgetRefused)
            .Failed(refused, NodeStatus.Refused, StopReason.BudgetRefused);
        journal.Complete(5, RunStatus.OverBudget, 3);

        var report = await ProjectAsync(journal);

        report.Run.Status.ShouldBe(RunStatus.OverBudget);
        report.Nodes[0].Status.ShouldBe(NodeStatus.Refused);
        report.Nodes[0].Attempts[0].Status.ShouldBe(NodeStatus.Refused);
        report.Nodes[0].Calls.ShouldBe(0);
        report.Budget.Refusals.Single().Message.ShouldBe(RefusalText.Sentence(refusal));
        report.Causes.Single().Message.ShouldBe(RefusalText.Sentence(refusal));
        report.Budget.Caps.Single().ShouldBe(new ReportCap("run", "cost", "0.05", "0", "0", "0.05"));
    }

    [Fact]
    public async Task ProjectAsync_Loop_HasIterationsAndAPathThroughThem()
    {
        var journal = JournalBuilder.For(
            "w", JournalNodes.Llm("write", "gpt-4o"), JournalNodes.Llm("review", "gpt-4o", "write").BackTo("write", "${review.output} == again", 3));
        journal.Start();
        var write = journal.Node("write", 0);
        var review = journal.Node("review", 1000);
        for (var i = 1; i <= 3; i++)
        {
            var begin = (i - 1) * 2000;
            write.At(begin).Iteration(i).Started().Attempt().Call($"draft {i}", ms: 1000).Completed($"draft {i}");
            review.At(begin + 1000).Iteration(i).Started().Attempt().Call("again", ms: 1000).Completed("again", iterate: i < 3);
            if (i < 3)
            {
                review.LoopsTo("write");
            }
        }

        journal.Complete(6000);

        var report = await ProjectAsync(journal);

        report.Nodes[0].Iterations.Select(iteration => iteration.Iteration).ShouldBe([1, 2, 3]);
        report.Nodes[1].Iterations.Select(iteration => iteration.Iterated).ShouldBe([true, true, false]);
        report.Nodes[1].Loop.ShouldBe(new ReportLoop("write", "${review.output} == again", 3, false));
        report.CriticalPath.ShouldBe(["write", "review", "write", "review", "write", "review"]);
        report.Timeline.Sum(bar => bar.EndMs - bar.StartMs).ShouldBe(report.Run.DurationMs);
        report.Edges.ShouldBe([new ReportEdge("write", "review", false), new ReportEdge("review", "write", true)]);
        Content(report, report.Nodes[0].Outputs.Single().Hash).ShouldBe("draft 3");
    }

    [Fact]
    public async Task ProjectAsync_InterruptedRun_ShowsWhatWasCutShort()
    {
        var journal = Crashed();

        var report = await ProjectAsync(journal);

        report.Run.Status.ShouldBe(RunStatus.Interrupted);
        report.Run.ExitCode.ShouldBeNull();
        report.Nodes[0].Status.ShouldBe(NodeStatus.Cancelled);
        report.Nodes[0].StopReason.ShouldBe(StopReason.HostShutdown);
        report.Nodes[1].Status.ShouldBe(NodeStatus.Pending);
        report.Totals.Cost.ShouldBe(Money.Zero);
        report.Budget.Caps.Single().Held.ShouldBe("0.01274");
        report.Budget.Caps.Single().Remaining.ShouldBe("0.98726");
    }

    [Fact]
    public async Task ProjectAsync_RunningRun_CountsUpToNow()
    {
        var journal = Crashed();

        var report = await ProjectAsync(journal, new ReportOptions { IsAlive = true, Now = JournalBuilder.Begin.AddSeconds(9) });

        report.Run.Status.ShouldBe(RunStatus.Running);
        report.Run.DurationMs.ShouldBe(9000);
        report.Nodes[0].Status.ShouldBe(NodeStatus.Running);
        report.Nodes[0].DurationMs.ShouldBe(9000);
        report.Nodes[0].Attempts[0].Calls[0].DurationMs.ShouldBe(9000);
    }

    [Fact]
    public async Task ProjectAsync_ResumedRun_LeavesPauseOutAndChargesOpenHolds()
    {
        var journal = Crashed();
        journal.Add(1000, new BudgetWarned("run", 0.5m, new Money(0.5m), new Money(1m)));
        journal.Add(61_000, new RunResumed(new Money(0.01274m)) { MaxCost = new Money(2m) });
        journal.Spent += new Money(0.01274m);
        journal.Node("a", 61_000).Iteration(1).Started().Attempt().Call("x", ms: 500).Completed("x");
        journal.Node("b", 61_500).Started().Attempt().After(500).Completed("y");
        journal.Complete(62_000);

        var report = await ProjectAsync(journal);

        report.Run.DurationMs.ShouldBe(2000);
        report.Run.Resumes.ShouldBe(1);
        report.Pauses.ShouldBe([new ReportPause(1000, 60_000)]);
        var a = report.Nodes[0];
        a.Status.ShouldBe(NodeStatus.Completed);
        a.Iterations.Select(it => (it.Iteration, it.Execution, it.Status)).ShouldBe([(1, 1, NodeStatus.Cancelled), (1, 2, NodeStatus.Completed)]);
        a.Iterations[0].StopReason.ShouldBe(StopReason.HostShutdown);
        a.Attempts.Select(it => (it.Execution, it.Status)).ShouldBe([(1, NodeStatus.Cancelled), (2, NodeStatus.Completed)]);
        a.Attempts[0].Calls.Single().Outcome.ShouldBe(CallOutcome.Unknown);
        a.Attempts[0].Calls.Single().Cost.ShouldBe(new Money(0.01274m));
        report.Totals.Cost.ShouldBe(journal.Spent);
        report.Budget.Caps.Single().Limit.ShouldBe("2");
        report.Budget.Caps.Single().Held.ShouldBe("0");
        report.CriticalPath.ShouldBe(["a", "a", "b"]);
        report.Notes.Select(note => note.Severity).ShouldBe(["info", "info"]);
    }

    [Fact]
    public async Task ProjectAsync_CancelledRun_NodesThatNeverBeganAreCancelled()
    {
        var journal = Crashed();
        journal.Add(100, new RunCancelling(StopReason.Cancelled, "Ctrl-C was pressed"));
        journal.Complete(200, RunStatus.Cancelled, 130);

        var report = await ProjectAsync(journal);

        report.Run.CancelReason.ShouldBe("Ctrl-C was pressed");
        report.Nodes[1].Status.ShouldBe(NodeStatus.Cancelled);
        report.Nodes[1].StopReason.ShouldBe(StopReason.Cancelled);
        report.Nodes[1].Reason!.ShouldContain("Ctrl-C");
    }

    [Fact]
    public async Task ProjectAsync_SkippedNode_HasItsReason()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o").When("${user.x} == yes"));
        journal.Start();
        journal.Node("a", 0).Skipped("${user.x} == yes: 'no' is not 'yes'");
        journal.Complete(1);

        var report = await ProjectAsync(journal);

        report.Nodes[0].Status.ShouldBe(NodeStatus.Skipped);
        report.Nodes[0].Reason!.ShouldContain("'no' is not 'yes'");
        report.Nodes[0].When.ShouldBe("${user.x} == yes");
        report.Nodes[0].Iterations.Single().StartedAt.ShouldBeNull();
        report.Timeline.ShouldBeEmpty();
    }

    [Fact]
    public async Task ProjectAsync_JournalOfAnotherWorkflow_KeepsItsNodesAndMoney()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"));
        journal.Start();
        journal.Node("gone", 0).Started().Attempt().Call("x").Completed("x");
        journal.Complete(900);

        var report = await ProjectAsync(journal);

        report.Nodes.Select(node => node.Id).ShouldBe(["a", "gone"]);
        report.Totals.Cost.ShouldBe(journal.Spent);
        report.Notes.Single().Message.ShouldContain("1 node that the workflow does not have");
    }

    [Fact]
    public async Task ProjectAsync_CostOfLastLineDiffers_SaysSo()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"));
        journal.Start().Add(5, new RunCompleted(RunStatus.Completed, 0, new Money(3)));

        var report = await ProjectAsync(journal);

        report.Notes.Single().Message.ShouldContain("$3.00");
    }

    private static JournalBuilder Crashed()
    {
        var journal = JournalBuilder.For("w", JournalNodes.Llm("a", "gpt-4o"), JournalNodes.Local("b", "echo", "a"));
        journal.Start();
        journal.Node("a", 0).Started().Attempt().CallHangs();
        return journal;
    }

    private static string? Content(RunReport report, string? hash) => report.Artifacts.Single(artifact => artifact.Hash == hash).Content;

    private static Task<RunReport> ProjectAsync(JournalBuilder journal, ReportOptions? options = null) =>
        ReportProjector.ProjectAsync(journal.Workflow, journal.Build(), journal.Artifacts, options ?? new ReportOptions(), CancellationToken.None);
}
