using Binex.Core.Cassettes;
using Binex.Core.Costs;
using Binex.Core.Execution;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class CassetteScenarios : ILiveText
{
    private readonly MemoryCassette _cassette = new();
    private readonly List<string> _shown = [];

    [Fact]
    public async Task Replay_OfARecordedRun_GivesTheSameAndPaysNothing()
    {
        var model = new ScriptedChatModel()
            .On("a", Fail(FailureKind.Network, ChargeKnowledge.Unknown), Say("not json"), Say("""{"x":1,"y":2}"""));
        var recorded = await Run(model, new RunCassettes { Recorder = _cassette }).RunAsync();

        var replayed = await Run(new ScriptedChatModel(), new RunCassettes { Player = _cassette }).RunAsync();

        recorded.Status.ShouldBe(RunStatus.Completed);
        replayed.Ends.ShouldBe(recorded.Ends);
        replayed.Output("a", "x").ShouldBe(recorded.Output("a", "x"));
        replayed.Output("b").ShouldBe(recorded.Output("b"));
        replayed.Run.Model.Calls.ShouldBeEmpty();
        replayed.Cost.ShouldBe(0);
        replayed.Of<CallReserved>().ShouldBeEmpty();
        replayed.Of<CallReused>().Sum(reused => reused.Saved.Usd).ShouldBe(recorded.Cost);
        replayed.Of<CallReused>().ShouldAllBe(reused => reused.Source == CallSource.Cassette);
        replayed.Of<AttemptFailed>("a").Single().Failure.Kind.ShouldBe(FailureKind.Schema);
    }

    [Fact]
    public async Task Replay_WithinABudgetThatAllowsNothing_Runs()
    {
        await Run(new ScriptedChatModel().Says("a", """{"x":1,"y":2}"""), new RunCassettes { Recorder = _cassette }).RunAsync();
        var replayed = await Run(new ScriptedChatModel(), new RunCassettes { Player = _cassette }, new BudgetCaps { MaxCost = Money.Zero, MaxCalls = 1 }).RunAsync();

        replayed.Status.ShouldBe(RunStatus.Completed);
    }

    [Fact]
    public async Task Replay_OfAnErrorOfTheProvider_IsThatErrorAgain()
    {
        var refused = ChatResult.Failed(new ChatFailure(new NodeFailure(FailureKind.ContentFilter, "not that") { Status = 400, Detail = "policy" }, ChargeKnowledge.Nothing));
        var recorded = await Run(new ScriptedChatModel().On("a", refused), new RunCassettes { Recorder = _cassette }).RunAsync();

        var replayed = await Run(new ScriptedChatModel(), new RunCassettes { Player = _cassette }).RunAsync();

        replayed.Ends.ShouldBe(recorded.Ends);
        replayed.FailureOf("a").ShouldBe(recorded.FailureOf("a"));
        replayed.Run.Model.Calls.ShouldBeEmpty();
        var reused = replayed.Of<CallReused>("a").ShouldHaveSingleItem();
        reused.Answer.ShouldBeNull();
        reused.Failure.ShouldBe(recorded.FailureOf("a"));
    }

    [Theory]
    [InlineData(FailureKind.Network, null)]
    [InlineData(FailureKind.Authentication, 401)]
    public async Task Record_WhatSaysNothingOfTheRequest_IsNotKept(FailureKind kind, int? status)
    {
        var failure = ChatResult.Failed(new ChatFailure(new NodeFailure(kind, "no") { Status = status }, ChargeKnowledge.Nothing));

        await Run(new ScriptedChatModel().On("a", failure, failure, failure), new RunCassettes { Recorder = _cassette }).RunAsync();

        _cassette.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Replay_OfWhatWasNotRecorded_FailsTheNodeAndSaysWhich()
    {
        var run = await Run(new ScriptedChatModel(), new RunCassettes { Player = _cassette }).RunAsync();

        run.Ends.ShouldBe(["a failed", "b blocked by a"]);
        run.FailureOf("a").Kind.ShouldBe(FailureKind.Cassette);
        run.FailureOf("a").Message.ShouldBe("node 'a' asks what was not recorded; nothing is near");
        run.Of<CallMissed>("a").ShouldHaveSingleItem().Drift.ShouldBe("nothing is near");
        run.Run.Model.Calls.ShouldBeEmpty();
        run.Cost.ShouldBe(0);
    }

    [Fact]
    public async Task AllowMiss_AsksAndPaysWhatWasNotRecorded_AndKeepsItWhereItIsRecorded()
    {
        var model = new ScriptedChatModel().Says("a", """{"x":1,"y":2}""");
        var cassettes = new RunCassettes { Player = _cassette, AllowMiss = true, Recorder = _cassette };

        var asked = await Run(model, cassettes).RunAsync();
        var again = await Run(new ScriptedChatModel(), cassettes).RunAsync();

        asked.Of<CallMissed>().Select(missed => missed.Node).ShouldBe(["a", "b"]);
        asked.Cost.ShouldBeGreaterThan(0);
        again.Of<CallMissed>().ShouldBeEmpty();
        again.Cost.ShouldBe(0);
    }

    [Fact]
    public async Task Record_Secrets_AreNotOnTheCassette_AndAnotherValueReplays()
    {
        var workflow = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Use ${env.TOKEN}");
        await new EngineRun(workflow)
        {
            Model = new ScriptedChatModel().Says("a", "I used first-secret"),
            Environment = { ["TOKEN"] = "first-secret" },
            Cassettes = new RunCassettes { Recorder = _cassette },
        }.RunAsync();

        var replayed = await new EngineRun(workflow)
        {
            Environment = { ["TOKEN"] = "second-secret" },
            Cassettes = new RunCassettes { Player = _cassette },
        }.RunAsync();

        var ((_, request), recorded) = _cassette.Kept.ShouldHaveSingleItem();
        request.ShouldContain("Use ***");
        recorded.Answer!.Text.ShouldBe("I used ***");
        replayed.Output("a").ShouldBe("I used ***");
    }

    [Fact]
    public async Task Replay_OfAnswerThatWasHeardWhileItCame_ComesInTheSamePieces()
    {
        var workflow = new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write");
        var model = new ScriptedChatModel().On("a", call =>
        {
            call.Request.OnText!("one ");
            call.Request.OnText!("two");
            return Task.FromResult(Say("one two"));
        });
        await new EngineRun(workflow) { Model = model, Live = this, Cassettes = new RunCassettes { Recorder = _cassette } }.RunAsync();
        _shown.Clear();

        await new EngineRun(workflow) { Live = this, Cassettes = new RunCassettes { Player = _cassette } }.RunAsync();

        _cassette.Kept.Values.Single().Pieces.ShouldBe(["one ", "two"]);
        _shown.ShouldBe(["a: one"], "the next piece comes too soon to be shown");
    }

    [Fact]
    public async Task Record_OfPiecesThatAreNotTheAnswer_KeepsItWhole()
    {
        var model = new ScriptedChatModel().On("a", call =>
        {
            call.Request.OnText!(call.Number == 1 ? "cut off" : "all of it");
            return Task.FromResult(call.Number == 1 ? Fail(FailureKind.Network) : Say("all of it"));
        });

        await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "Write")) { Model = model, Live = this, Cassettes = new RunCassettes { Recorder = _cassette } }.RunAsync();

        _cassette.Kept.Values.Single().Pieces.ShouldBe(["all of it"]);
    }

    void ILiveText.OnText(string node, string line) => _shown.Add($"{node}: {line}");

    private static EngineRun Run(ScriptedChatModel model, RunCassettes cassettes, BudgetCaps? caps = null) => new(
        new WorkflowBuilder()
            .Node("a", "llm://acme/large", prompt: "Write", outputs: ["x", "y"])
            .Node("b", "llm://acme/large", prompt: "Rate ${a.x}", change: node => node with { Budget = caps }))
    {
        Model = model,
        Cassettes = cassettes,
    };
}
