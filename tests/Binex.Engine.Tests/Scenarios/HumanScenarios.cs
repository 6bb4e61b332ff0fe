using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class HumanScenarios
{
    [Fact]
    public async Task Input_IsWhatThePersonSaid()
    {
        var humans = new ScriptedHumans().Say("ask", "blue");
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "sky")])
            .Node("ask", "human://input", dependsOn: ["a"], system: "Which colour?")
            .Node("b", "local://template", inputs: [("template", "it is ${ask.output}")])) { Humans = humans }.RunAsync();

        run.Output("b").ShouldBe("it is blue");
        var question = humans.Questions.Single();
        question.Prompt.ShouldBe("Which colour?");
        question.Context.ShouldBe("Input from a:\nsky");
        question.IsApproval.ShouldBeFalse();
        run.Run.Artifacts.Text(run.Of<HumanAsked>("ask").Single().Question).ShouldBe("Which colour?\n\nInput from a:\nsky");
        run.Of<HumanAnswered>("ask").Single().By.ShouldBe("option");
    }

    [Theory]
    [InlineData(true, "approved", "yes completed", "no skipped")]
    [InlineData(false, "rejected", "yes skipped", "no completed")]
    public async Task Approve_DecidesWhatComesAfter(bool approves, string decision, string yes, string no)
    {
        var humans = approves ? new ScriptedHumans().Approve("gate") : new ScriptedHumans().Reject("gate", "bad");
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("gate", "human://approve")
            .Node("yes", when: "${gate.output} == approved")
            .Node("no", when: "${gate.output} == rejected")) { Humans = humans }.RunAsync();

        run.Output("gate").ShouldBe(decision);
        run.Ends.ShouldBe(["gate completed", yes, no]);
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Output_PassesOnWhatCameIn()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "text")])
            .Node("show", "human://output", dependsOn: ["a"])).RunAsync();

        run.Output("show").ShouldBe("text");
    }

    [Theory]
    [InlineData("human://input", "--answer ask=TEXT")]
    [InlineData("human://approve", "--approve ask")]
    public async Task NobodyThere_FailsWithWhatToDo(string agent, string advice)
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("ask", agent).Node("after", dependsOn: ["ask"])).RunAsync();

        run.Ends.ShouldBe(["ask failed", "after blocked by ask"]);
        run.FailureOf("ask").Kind.ShouldBe(FailureKind.Human);
        run.FailureOf("ask").Message.ShouldContain(advice);
    }
}
