using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class BrokenStoreScenarios
{
    [Fact]
    public async Task Journal_FailsAtAnyAppend_EndsTheRun_AndTheJournalCanBeResumed()
    {
        for (var i = 1; ; i++)
        {
            var broken = new EngineRun(Graph()) { Model = Script(), Journal = new FaultyJournal { FailsAt = (_, number) => number >= i } };
            try
            {
                // Facts that come together are written together, so that one run has more appends than another.
                (await broken.RunAsync()).Status.ShouldBe(RunStatus.Completed);
                i.ShouldBeGreaterThan(10);
                return;
            }
            catch (IOException error)
            {
                error.Message.ShouldBe("the disk is full");
            }

            broken.Model.InFlight.ShouldBe(0);
            broken.Journal.Appends.ShouldBe(i, "nothing is written to a journal that has failed");

            await ShouldResumeAsync(broken);
        }
    }

    [Fact]
    public async Task Journal_FailsWhileOthersRun_LetsNobodyWait()
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
            return Say("a");
        });
        var run = new EngineRun(new WorkflowBuilder().Node("hangs", "llm://acme/large").Node("a", "llm://acme/large").Node("b", "local://sleep", inputs: [("ms", 100_000_000)]))
        {
            Model = model,
            Journal = new FaultyJournal { FailsAt = (entries, _) => entries.Any(entry => entry.Event is CallSettled) },
        };

        await Should.ThrowAsync<IOException>(() => run.RunAsync());

        model.InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task Observer_Fails_EndsTheRun_AndEachFactIsWrittenOnce()
    {
        // Each call ends after the one before it was settled, so that the run still writes several times after it has broken.
        var model = new ScriptedChatModel();
        var builder = new WorkflowBuilder();
        var run = new EngineRun(builder.Node("first", "llm://acme/large").Node("n0", "llm://acme/large").Node("n1", "llm://acme/large").Node("n2", "llm://acme/large"))
        {
            Model = model,
            Observers = [new FaultyObserver<CallSettled>()],
        };
        using var sent = new CountdownEvent(3);
        model.On("first", async _ =>
        {
            await Task.Run(sent.Wait);
            return Say("first");
        });
        for (var i = 0; i < 3; i++)
        {
            var before = i;
            model.On($"n{i}", async _ =>
            {
                sent.Signal();
                for (var tries = 0; tries < 500 && run.Journal.Events.OfType<CallSettled>().Count() <= before; tries++)
                {
                    await Task.Delay(1);
                }

                return Say("late");
            });
        }

        (await Should.ThrowAsync<IOException>(() => run.RunAsync())).Message.ShouldBe("the terminal is gone");

        run.Journal.Entries.Select(entry => entry.Seq).ShouldBe(Enumerable.Range(1, run.Journal.Entries.Count).Select(number => (long)number));
        run.Journal.Events.OfType<CallSettled>().Count().ShouldBe(4);
        (await run.Resume(run.Journal.Entries).RunAsync()).Run.Model.Calls.ShouldBeEmpty("all were answered");
    }

    [Fact]
    public async Task Artifacts_FailAtAnyPut_EndTheRun_AndTheJournalCanBeResumed()
    {
        var whole = new EngineRun(Graph()) { Model = Script() };
        await whole.RunAsync();
        for (var i = 1; i <= whole.Artifacts.Puts; i++)
        {
            var broken = new EngineRun(Graph()) { Model = Script(), Artifacts = new FaultyArtifacts { FailsFrom = i } };
            (await Should.ThrowAsync<IOException>(() => broken.RunAsync())).Message.ShouldBe("the disk is full", $"at put {i}");
            broken.Model.InFlight.ShouldBe(0);
            var reserved = broken.Journal.Events.OfType<CallReserved>().Select(call => call.Call).Order();
            broken.Journal.Events.OfType<CallSettled>().Select(call => call.Call).Order().ShouldBe(reserved, "the journal is not what broke");

            broken.Artifacts.FailsFrom = 0;
            await ShouldResumeAsync(broken);
        }
    }

    private static async Task ShouldResumeAsync(EngineRun broken)
    {
        if (broken.Journal.Entries.Count == 0)
        {
            return;
        }

        var resumed = await broken.Resume(broken.Journal.Entries, Script()).RunAsync();
        resumed.Status.ShouldBe(RunStatus.Completed);
        LedgerProof.AddsUp([.. broken.Journal.Events, .. resumed.Events]);
    }

    private static WorkflowBuilder Graph() => new WorkflowBuilder()
        .Concurrency(total: 1)
        .Node("a", "llm://acme/large", prompt: "A", maxTokens: 1000)
        .Node("b", "llm://other/small", prompt: "B ${a.output}", outputs: ["x", "y"], maxTokens: 1000)
        .Node("end", "local://merge", dependsOn: ["a", "b"])
        .Output("all", "${end.output}");

    private static ScriptedChatModel Script() => new ScriptedChatModel()
        .Says("a", "a")
        .Says("b", "not json", """{"x":1,"y":"why"}""");
}
