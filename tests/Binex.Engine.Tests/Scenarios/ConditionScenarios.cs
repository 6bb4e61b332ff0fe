using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class ConditionScenarios
{
    [Theory]
    [InlineData("yes", "b completed", "c skipped")]
    [InlineData("no", "b skipped", "c completed")]
    public async Task When_DecidesByOutput(string value, string b, string c)
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", value)])
            .Node("b", when: "${a.output} == yes")
            .Node("c", when: "${a.output} != yes")).RunAsync();

        run.Ends.ShouldBe(["a completed", b, c]);
        run.Status.ShouldBe(RunStatus.Completed);
    }

    [Fact]
    public async Task When_DoesNotHold_SaysWhichValuesItSaw()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "grey")])
            .Node("b", when: "${a.output} == yes")).RunAsync();

        run.Of<NodeSkipped>("b").Single().Reason.ShouldBe("its condition does not hold: ${a.output} == yes (${a.output} is grey)");
    }

    [Fact]
    public async Task When_CannotBeEvaluated_FailsTheNode()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "{")])
            .Node("b", when: "json(${a.output}) == 1")
            .Node("c", dependsOn: ["b"])).RunAsync();

        run.Ends.ShouldBe(["a completed", "b failed", "c blocked by b"]);
        run.FailureOf("b").Message.ShouldContain("the condition of node 'b' cannot be evaluated");
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Skipped_CountsAsSatisfied_AndGivesNull()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", when: "false")
            .Node("b", "local://merge", dependsOn: ["a"])).RunAsync();

        run.Ends.ShouldBe(["a skipped", "b completed"]);
        run.Output("b").ShouldBe("""{"a":null}""");
    }

    [Fact]
    public async Task SkipPropagation_AllSkipped_SkipsAsWell()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", when: "false")
            .Node("b", when: "false")
            .Node("c")
            .Node("all", dependsOn: ["a", "b"], change: node => node with { SkipPropagation = true })
            .Node("some", dependsOn: ["a", "c"], change: node => node with { SkipPropagation = true })
            .Node("next", dependsOn: ["all"], change: node => node with { SkipPropagation = true })).RunAsync();

        run.Ends.ShouldBe(["a skipped", "b skipped", "c completed", "all skipped", "some completed", "next skipped"]);
        run.Of<NodeSkipped>("all").Single().Reason.ShouldBe("all nodes that it depends on were skipped");
    }
}
