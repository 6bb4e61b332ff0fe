using Binex.Core.Costs;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class ResumeScenarios
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Resume_FromEveryPrefix_EndsWell_AndPaysForNothingTwice(int models)
    {
        var whole = await new EngineRun(Graph(models)) { Model = Script() }.RunAsync();
        whole.Status.ShouldBe(RunStatus.Completed);
        for (var length = 1; length <= whole.Entries.Count; length++)
        {
            var prefix = whole.Entries.Take(length).ToList();
            var run = await whole.Run.Resume(prefix, Script()).RunAsync();

            run.Status.ShouldBe(RunStatus.Completed, $"from {length} facts");
            run.Returned("last").GetRawText().ShouldBe(whole.Returned("last").GetRawText());
            var facts = prefix.Select(entry => entry.Event).Concat(run.Events).ToList();
            LedgerProof.AddsUp(facts);
            LedgerProof.NeverPasses(facts, 1m);
            var done = prefix.Select(entry => entry.Event).OfType<NodeCompleted>().Select(fact => fact.Node);
            run.Of<NodeStarted>().Select(fact => fact.Node).ShouldNotContain(node => done.Contains(node));
            facts.OfType<NodeCompleted>().Select(fact => fact.Node).ShouldBeUnique();
        }
    }

    [Fact]
    public async Task Resume_OfALoopFromEveryPrefix_EndsAsTheWholeDid()
    {
        var builder = new WorkflowBuilder()
            .Concurrency(total: 1)
            .Node("draft", "llm://acme/large", prompt: "Iteration ${iteration}")
            .Node("side", "local://template", inputs: [("template", "side ${draft.output}")])
            .Node("judge", "llm://acme/large", prompt: "${draft.output}", backEdge: WorkflowBuilder.BackTo("draft", "${judge.output} == again"))
            .Node("end", "local://merge", dependsOn: ["draft", "side", "judge"]);
        static ScriptedChatModel Script() => new ScriptedChatModel()
            .On("draft", call => Task.FromResult(Say($"draft {call.Request.Iteration}")))
            .On("judge", call => Task.FromResult(Say(call.Request.Iteration < 3 ? "again" : "good")));
        var whole = await new EngineRun(builder) { Model = Script() }.RunAsync();
        whole.Output("end").ShouldBe("""{"draft":"draft 3","side":"side draft 3","judge":"good"}""");
        for (var length = 1; length <= whole.Entries.Count; length++)
        {
            var prefix = whole.Entries.Take(length).ToList();
            var run = await whole.Run.Resume(prefix, Script()).RunAsync();

            run.Status.ShouldBe(RunStatus.Completed, $"from {length} facts");
            run.Returned("end").GetRawText().ShouldBe(whole.Returned("end").GetRawText(), $"from {length} facts");
            var facts = prefix.Select(entry => entry.Event).Concat(run.Events).ToList();
            LedgerProof.AddsUp(facts);
            facts.OfType<NodeCompleted>().Select(fact => (fact.Node, fact.Iteration)).ShouldBeUnique();
            facts.OfType<CallSettled>().Count(fact => fact.Answer is not null).ShouldBe(6, $"each answer is paid once, from {length} facts");
        }
    }

    [Fact]
    public async Task Resume_AfterAnAnswerThatWasPaid_TakesItAndAsksOnlyTheRest()
    {
        var builder = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write", outputs: ["x", "y"]);
        var whole = await new EngineRun(builder) { Model = new ScriptedChatModel().Says("a", "no json", """{"x":1,"y":2}""") }.RunAsync();
        var afterTheFirst = whole.Entries.TakeWhile(entry => entry.Event is not AttemptStarted { Attempt: 2 }).ToList();
        var afterBoth = whole.Entries.TakeWhile(entry => entry.Event is not AttemptSucceeded).ToList();

        var one = await whole.Run.Resume(afterTheFirst, new ScriptedChatModel().Says("a", """{"x":3,"y":4}""")).RunAsync();
        var none = await whole.Run.Resume(afterBoth, new ScriptedChatModel()).RunAsync();

        one.Output("a", "x").ShouldBe("3");
        one.Run.Model.Calls.Single().Request.Messages.Count.ShouldBe(4);
        one.Of<CallReused>().ShouldHaveSingleItem().Saved.Usd.ShouldBe(0.0002m);
        none.Output("a", "x").ShouldBe("1");
        none.Run.Model.Calls.ShouldBeEmpty();
        none.Of<CallReused>().ShouldAllBe(reused => reused.Source == CallSource.Run);
        none.Cost.ShouldBe(whole.Cost);
        none.Of<NodeCompleted>().Single().Fingerprint.ShouldBe(whole.Of<NodeCompleted>().Single().Fingerprint);
    }

    [Theory]
    [InlineData("Left: ${budget.remaining}")]
    [InlineData("Spent: ${run.spent} of more than ${budget.remaining}!")]
    public async Task Resume_WithAPromptThatTellsWhatIsLeft_TakesTheAnswersThatWerePaid(string prompt)
    {
        var builder = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: prompt, outputs: ["x", "y"]);
        var whole = await new EngineRun(builder) { Model = new ScriptedChatModel().Says("a", "no json", """{"x":1,"y":2}""") }.RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not AttemptSucceeded).ToList();

        var run = await whole.Run.Resume(cut).RunAsync();

        run.Run.Model.Calls.ShouldBeEmpty();
        run.Output("a", "x").ShouldBe("1");
        run.Cost.ShouldBe(whole.Cost);
    }

    [Fact]
    public async Task Resume_WithAPromptThatTellsWhatIsLeftAndHasChanged_AsksAnew()
    {
        var builder = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "${budget.remaining} for ${env.MOOD}");
        var whole = await new EngineRun(builder) { Environment = { ["MOOD"] = "x" } }.RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not AttemptSucceeded).ToList();
        whole.Run.Environment["MOOD"] = "y";

        (await whole.Run.Resume(cut).RunAsync()).Run.Model.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Resume_AfterAFallbackHadAnswered_TakesItsAnswer()
    {
        var builder = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write", attempts: 1, change: node => node with { Fallbacks = ["other/small"] });
        var whole = await new EngineRun(builder) { Model = new ScriptedChatModel().On("a", Fail(FailureKind.Network), Say("stood in")) }.RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not AttemptSucceeded).ToList();

        var run = await whole.Run.Resume(cut, new ScriptedChatModel()).RunAsync();

        run.Output("a").ShouldBe("stood in");
        run.Run.Model.Calls.ShouldBeEmpty();
        run.Of<CallReused>().Single().Model.ShouldBe("other/small");
    }

    [Fact]
    public async Task Resume_OfANodeThatFailedByItsAnswers_AsksAnew()
    {
        var builder = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write", attempts: 1, outputs: ["x", "y"]);
        var first = await new EngineRun(builder) { Model = new ScriptedChatModel().Says("a", "no json") }.RunAsync();

        var second = await first.Run.Resume(first.Entries, new ScriptedChatModel().Says("a", """{"x":1,"y":2}""")).RunAsync();

        second.Status.ShouldBe(RunStatus.Completed);
        second.Of<CallReused>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FailureKind.Network)]
    [InlineData(FailureKind.Authentication)]
    [InlineData(FailureKind.Quota)]
    public async Task Resume_OfANodeThatCouldNotAskAgain_TakesTheAnswerThatItHad(FailureKind kind)
    {
        var builder = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write", attempts: 2, outputs: ["x", "y"]);
        var first = await new EngineRun(builder) { Model = new ScriptedChatModel().On("a", Say("no json"), Fail(kind)) }.RunAsync();
        first.Ends.ShouldBe(["a failed"]);

        var second = await first.Run.Resume(first.Entries, new ScriptedChatModel().Says("a", """{"x":1,"y":2}""")).RunAsync();

        second.Status.ShouldBe(RunStatus.Completed);
        second.Run.Model.Calls.Single().Request.Messages.Count.ShouldBe(4, "the answer that was not accepted, and what is wrong with it");
        second.Of<CallReused>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Resume_InALaterRoundOfALoop_AsksAnewWhatTheRoundBeforeWasAnswered()
    {
        var builder = new WorkflowBuilder()
            .Node("start")
            .Node("a", "llm://acme/large", ["start"], prompt: "Write", attempts: 2, outputs: ["x", "y"], change: node => node with { ContinueOnError = true })
            .Node("b", "local://select", ["a"], inputs: [("value", "again")], backEdge: WorkflowBuilder.BackTo("start", "${a.x} == null", max: 2, accept: true));
        var model = new ScriptedChatModel().On("a", Say("no json"), Fail(FailureKind.Network), Say("""{"x":1,"y":2}"""));
        var whole = await new EngineRun(builder) { Model = model }.RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not CallReserved { Iteration: 2 }).ToList();

        var run = await whole.Run.Resume(cut, new ScriptedChatModel().Says("a", """{"x":3,"y":4}""")).RunAsync();

        run.Of<CallReused>().ShouldBeEmpty();
        run.Output("a", "x").ShouldBe("3");
    }

    [Fact]
    public async Task Resume_WithAPromptThatHasChanged_AsksAnew()
    {
        static WorkflowBuilder Asking() => new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write in ${env.MOOD}");
        var whole = await new EngineRun(Asking()) { Environment = { ["MOOD"] = "x" } }.RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not AttemptSucceeded).ToList();
        whole.Run.Environment["MOOD"] = "y";

        var run = await whole.Run.Resume(cut, new ScriptedChatModel().Says("a", "other")).RunAsync();

        run.Output("a").ShouldBe("other");
    }

    [Fact]
    public async Task Resume_AfterFailure_TriesTheFailedNodeAgain()
    {
        var first = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large")
            .Node("b", "llm://acme/large", dependsOn: ["a"])
            .Node("c", "local://merge", dependsOn: ["b"])) { Model = new ScriptedChatModel().On("b", Fail(FailureKind.Authentication)) }.RunAsync();
        first.Ends.ShouldBe(["a completed", "b failed", "c blocked by b"]);

        var second = await first.Run.Resume(first.Entries).RunAsync();

        second.Story.ShouldBe(["b started", "b completed", "c started", "c completed"]);
        second.Status.ShouldBe(RunStatus.Completed);
        second.Cost.ShouldBe(0.0004m);
    }

    [Fact]
    public async Task Resume_AfterAConditionFailed_CountsItAsTheSameExecution()
    {
        var first = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "{")])
            .Node("b", when: "json(${a.output}) == 1")).RunAsync();
        first.Ends.ShouldBe(["a completed", "b failed"]);

        var second = await first.Run.Resume(first.Entries).RunAsync();

        second.Ends.ShouldBe(["a never", "b failed"]);
        second.Of<NodeFailed>("b").Single().Iteration.ShouldBe(1);
    }

    [Fact]
    public async Task Resume_AfterRefusalWithMoreMoney_GoesOn()
    {
        static Workflow Make(decimal budget) => new WorkflowBuilder()
            .Budget(budget)
            .Concurrency(total: 1)
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("b", "llm://acme/large", maxTokens: 4000, change: node => node with { Model = node.Model with { MinOutputTokens = 4000 } })
            .Build();
        var first = await new EngineRun(Make(0.0115m)).RunAsync();
        first.Ends.ShouldBe(["a completed", "b refused"]);

        var second = await first.Run.Resume(first.Entries, workflow: Make(0.5m)).RunAsync();

        second.Story.ShouldBe(["b started", "b completed"]);
        second.Of<RunResumed>().Single().MaxCost.ShouldBe(new Money(0.5m));
        second.Cost.ShouldBe(0.0004m);
    }

    [Fact]
    public async Task Resume_WithAnOpenHold_ChargesItOnceAndInFull()
    {
        var whole = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", maxTokens: 1000)).RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not CallSettled).ToList();

        var run = await whole.Run.Resume(cut).RunAsync();

        run.Events.First().ShouldBeOfType<CallSettled>().Outcome.ShouldBe(CallOutcome.Unknown);
        run.Of<RunResumed>().Single().ChargedHolds.ShouldBe(new Money(0.011m));
        run.Cost.ShouldBe(0.011m + 0.0002m);

        var again = await whole.Run.Resume([.. cut, .. run.Entries]).RunAsync();
        again.Of<RunResumed>().Single().ChargedHolds.ShouldBe(Money.Zero);
        again.Cost.ShouldBe(0.011m + 0.0002m);
    }

    [Fact]
    public async Task Resume_ChargedHold_LeavesNoRoomForMore()
    {
        var builder = new WorkflowBuilder().Budget(0.02m, change: budget => budget with { Shrink = false }).Node("a", "llm://acme/large", maxTokens: 1000);
        var whole = await new EngineRun(builder).RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not CallSettled).ToList();

        var run = await whole.Run.Resume(cut).RunAsync();

        run.Ends.ShouldBe(["a refused"]);
        run.Of<CallRefused>().Single().Refusal.Spent.ShouldBe(0.011m);
        run.Of<BudgetWarned>().Select(mark => mark.Share).ShouldBe([0.5m]);
    }

    [Fact]
    public async Task Resume_ValuesKeepTheirTypes()
    {
        var builder = new WorkflowBuilder()
            .Node("text", "local://select", inputs: [("value", "42")])
            .Node("number", "local://select", inputs: [("value", 42)])
            .Node("end", "local://merge", dependsOn: ["text", "number"]);
        var whole = await new EngineRun(builder).RunAsync();
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not NodeStarted { Node: "end" }).ToList();

        var run = await whole.Run.Resume(cut).RunAsync();

        run.Returned("end").GetRawText().ShouldBe("""{"text":"42","number":42}""");
    }

    [Fact]
    public async Task Resume_ValuesNestedDeep_AreReadBack()
    {
        var builder = new WorkflowBuilder().Concurrency(total: 1).Node("n0", "local://select", inputs: [("value", 1)]);
        for (var i = 1; i <= 100; i++)
        {
            builder.Node($"n{i}", "local://merge", dependsOn: [$"n{i - 1}"]);
        }

        var whole = await new EngineRun(builder).RunAsync();
        whole.Status.ShouldBe(RunStatus.Completed);
        var cut = whole.Entries.TakeWhile(entry => entry.Event is not NodeStarted { Node: "n99" }).ToList();

        var run = await whole.Run.Resume(cut).RunAsync();

        run.Returned("n100").GetRawText().ShouldBe(whole.Returned("n100").GetRawText());
    }

    [Fact]
    public async Task Resume_ArtifactGone_SaysWhich()
    {
        var whole = await new EngineRun(new WorkflowBuilder().Node("a", "local://select", inputs: [("value", 1)]).Node("b", dependsOn: ["a"])).RunAsync();
        var run = new EngineRun(whole.Run.Workflow) { Journal = new FaultyJournal(whole.Entries) };

        (await Should.ThrowAsync<IOException>(() => run.RunAsync())).Message.ShouldContain("the output 'output' of node 'a'");
    }

    [Fact]
    public async Task Resume_AfterCancel_GoesOn()
    {
        using var cancel = new CancellationTokenSource();
        var first = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", maxTokens: 1000)
            .Node("b", "local://merge", dependsOn: ["a"]))
        {
            Model = new ScriptedChatModel().On("a", call =>
            {
                cancel.CancelAfter(0);
                return HangAsync(call);
            }),
        }.RunAsync(cancel.Token);
        first.Status.ShouldBe(RunStatus.Cancelled);

        var second = await first.Run.Resume(first.Entries).RunAsync();

        second.Story.ShouldBe(["a started", "a completed", "b started", "b completed"]);
        second.Cost.ShouldBe(0.011m + 0.0002m);
    }

    private static WorkflowBuilder Graph(int models) => new WorkflowBuilder()
        .Concurrency(models: models)
        .Node("a", "llm://acme/large", prompt: "A", maxTokens: 1000)
        .Node("b", "llm://other/small", prompt: "B", outputs: ["x", "y"], maxTokens: 1000)
        .Node("c", "local://template", when: "${b.x} == 1", inputs: [("template", "${a.output} and ${b.y}")])
        .Node("d", when: "${b.x} == 2")
        .Node("e", "llm://acme/large", prompt: "${c.output}", maxTokens: 1000)
        .Node("last", "local://merge", dependsOn: ["c", "d", "e"]);

    private static ScriptedChatModel Script() => new ScriptedChatModel()
        .Says("a", "a")
        .On("b", call => Task.FromResult(call.Number == 1 ? Say("not json") : Say("""{"x":1,"y":"why"}""")))
        .On("e", call => Task.FromResult(call.Number == 1 ? Fail(FailureKind.Server) : Say("e")));
}
