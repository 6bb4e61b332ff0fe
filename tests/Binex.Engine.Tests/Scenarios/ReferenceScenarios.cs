using Binex.Core.Runs;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class ReferenceScenarios
{
    [Fact]
    public async Task Inputs_WithReferencesAtAnyDepth_KeepTheirTypes()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", new { list = new object[] { 1, true, "x" }, price = 1.50m })])
            .Node("b", "local://select", inputs: [("value", new { all = new object[] { "${a.output.list}", new { p = "${a.output.price}" }, "n=${a.output.list[0]}" } })])).RunAsync();

        run.Output("b").ShouldBe("""{"all":[[1,true,"x"],{"p":1.50},"n=1"]}""");
    }

    [Fact]
    public async Task Prompt_AndSystemPrompt_AreResolved()
    {
        var model = new ScriptedChatModel();
        var run = await new EngineRun(new WorkflowBuilder()
            .Var("tone")
            .Node("a", "local://select", inputs: [("value", new { title = "T" })])
            .Node("b", "llm://acme/large", prompt: "Write on ${a.output.title}, $${not me}", system: "Be ${user.tone} in ${run.name}, ${iteration}"))
        {
            Model = model,
            Variables = { ["tone"] = "brief" },
        }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        model.CallsOf("b")[0].User.ShouldBe("Write on T, ${not me}");
        model.CallsOf("b")[0].System.ShouldBe("Be brief in test, 1");
    }

    [Fact]
    public async Task Prompt_NotGiven_IsMadeOfInputsAndUnreferencedOutputs()
    {
        var model = new ScriptedChatModel();
        await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "from a")])
            .Node("b", "local://select", inputs: [("value", "from b")])
            .Node("c", "llm://acme/large", dependsOn: ["b", "a"], inputs: [("topic", "tea"), ("seen", "${a.output}"), ("n", 3)])) { Model = model }.RunAsync();

        model.CallsOf("c")[0].User.ShouldBe("topic: tea\nseen: from a\nn: 3\n\nInput from b:\nfrom b");
    }

    [Fact]
    public async Task Prompt_NotGivenAndNothingThere_SaysSo()
    {
        var model = new ScriptedChatModel();
        await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large")) { Model = model }.RunAsync();

        model.CallsOf("a")[0].User.ShouldBe("There is no input. Follow your instructions.");
    }

    [Fact]
    public async Task Prompt_OneOfSeveralOutputsReferenced_ShowsTheOthers()
    {
        var model = new ScriptedChatModel().Says("a", """{"title":"T","body":"B","notes":"N"}""");
        await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", outputs: ["title", "body", "notes"])
            .Node("b", "llm://acme/large", inputs: [("headline", "${a.title}"), ("small", "${a.notes}")])) { Model = model }.RunAsync();

        model.CallsOf("b")[0].User.ShouldBe("headline: T\nsmall: N\n\nInput from a:\nB");
    }

    [Fact]
    public async Task Reference_WithoutValue_FailsTheNodeAndNamesIt()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", new { x = 1 })])
            .Node("b", "local://select", inputs: [("value", "${a.output.y}")])).RunAsync();

        run.Ends.ShouldBe(["a completed", "b failed"]);
        run.FailureOf("b").Kind.ShouldBe(FailureKind.Reference);
        run.FailureOf("b").Message.ShouldContain("input 'value'");
        run.FailureOf("b").Message.ShouldContain("${a.output.y}");
    }

    [Fact]
    public async Task Reference_ToSkippedNode_IsNullAndTakesItsDefault()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", when: "false", inputs: [("value", "x")])
            .Node("b", "local://select", inputs: [("value", "${a.output:-nothing}")])
            .Node("c", "local://select", inputs: [("value", new { deep = "${a.output.x.y}", status = "${a.status}" })])).RunAsync();

        run.Output("b").ShouldBe("nothing");
        run.Output("c").ShouldBe("""{"deep":null,"status":"skipped"}""");
    }

    [Fact]
    public async Task Budget_AndSpent_AreWhatTheLedgerSays()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Budget(0.5m)
            .Node("a", "llm://acme/large")
            .Node("b", "local://template", dependsOn: ["a"], inputs: [("template", "${run.spent} of ${budget.remaining}, ${run.id}")])).RunAsync();

        run.Output("b").ShouldBe("0.0002 of 0.4998, run-1");
    }
}
