using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class GraphScenarios
{
    [Fact]
    public async Task Run_Chain_RunsOneAfterTheOther()
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("a").Node("b", dependsOn: ["a"]).Node("c", dependsOn: ["b"])).RunAsync();

        run.Story.ShouldBe(["a started", "a completed", "b started", "b completed", "c started", "c completed"]);
        run.Status.ShouldBe(RunStatus.Completed);
        run.ExitCode.ShouldBe(0);
        run.Events.First().ShouldBeOfType<RunStarted>();
        run.Events.Last().ShouldBeOfType<RunCompleted>();
        run.Entries.Select(entry => entry.Seq).ShouldBe(Enumerable.Range(1, run.Entries.Count).Select(i => (long)i));
    }

    [Fact]
    public async Task Run_Diamond_JoinsAfterBothSides()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "x")])
            .Node("left", "local://echo", dependsOn: ["a"])
            .Node("right", "local://template", inputs: [("template", "<${a.output}>")])
            .Node("join", "local://merge", dependsOn: ["left", "right"])).RunAsync();

        run.Output("join").ShouldBe("""{"left":"x","right":"<x>"}""");
        run.Returned("join").GetRawText().ShouldBe("""{"left":"x","right":"<x>"}""");
        run.Result.Outputs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Run_WideFan_RunsAllAndMergesInDocumentOrder()
    {
        var builder = new WorkflowBuilder().Node("source", "local://select", inputs: [("value", 7)]);
        var ids = Enumerable.Range(0, 200).Select(i => $"n{i}").ToArray();
        foreach (var id in ids)
        {
            builder.Node(id, "local://echo", dependsOn: ["source"]);
        }

        var run = await new EngineRun(builder.Node("sink", "local://merge", dependsOn: ids)).RunAsync();

        run.Output("sink").ShouldBe("{" + string.Join(',', ids.Select(id => $"\"{id}\":7")) + "}");
    }

    [Fact]
    public async Task Run_ReadyNodes_StartInDocumentOrder()
    {
        var run = await new EngineRun(new WorkflowBuilder().Concurrency(total: 1).Node("d").Node("b").Node("a", dependsOn: ["b"]).Node("c")).RunAsync();

        run.Story.ShouldBe(["d started", "d completed", "b started", "b completed", "a started", "a completed", "c started", "c completed"]);
    }

    [Fact]
    public async Task Run_OneBranchHangs_OtherBranchGoesOnBeyondItsLayer()
    {
        var gate = new TaskCompletionSource();
        var model = new ScriptedChatModel().On("slow", async _ =>
        {
            await gate.Task;
            return ScriptedChatModel.Say("slow");
        });
        model.On("last", _ =>
        {
            gate.SetResult();
            return Task.FromResult(ScriptedChatModel.Say("last"));
        });

        var run = await new EngineRun(new WorkflowBuilder()
            .Node("slow", "llm://acme/large")
            .Node("quick", "llm://acme/large")
            .Node("next", dependsOn: ["quick"])
            .Node("last", "llm://acme/large", dependsOn: ["next"])) { Model = model }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Story.ToList().IndexOf("last started").ShouldBeLessThan(run.Story.ToList().IndexOf("slow completed"));
    }

    [Fact]
    public async Task Run_ConcurrencyOfModels_IsNeverPassed()
    {
        var running = 0;
        var most = 0;
        var model = new ScriptedChatModel();
        var builder = new WorkflowBuilder().Concurrency(models: 3);
        for (var i = 0; i < 20; i++)
        {
            builder.Node($"n{i}", "llm://acme/large", maxTokens: 100);
            model.On($"n{i}", async _ =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return ScriptedChatModel.Say("x");
            });
        }

        var run = await new EngineRun(builder) { Model = model }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        most.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Run_SameSeedOneAtATime_WritesTheSameFacts()
    {
        static EngineRun Make() => new(new WorkflowBuilder()
            .Concurrency(total: 1)
            .Node("a", "llm://acme/large", prompt: "Hello")
            .Node("b", "llm://other/small", prompt: "Say ${a.output}")
            .Node("c", "local://merge", dependsOn: ["a", "b"])
            .Node("d", when: "${a.output} == nothing"))
        {
            Seed = 7,
            Model = new ScriptedChatModel().On("b", ScriptedChatModel.Fail(FailureKind.Server), ScriptedChatModel.Fail(FailureKind.Network), ScriptedChatModel.Say("fine")),
        };

        var first = await Make().RunAsync();
        var second = await Make().RunAsync();

        Facts(second).ShouldBe(Facts(first));
    }

    private static IEnumerable<string> Facts(RunRecord run) => run.Events.Select(fact => System.Text.Json.JsonSerializer.Serialize<object>(fact));

    private static void InterlockedMax(ref int target, int value)
    {
        int current;
        while ((current = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, current) != current)
        {
        }
    }
}
