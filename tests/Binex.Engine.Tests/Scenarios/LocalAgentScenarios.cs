using Binex.Core.Runs;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class LocalAgentScenarios
{
    [Fact]
    public async Task Echo_GivesWhatCameIn()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("none", "local://echo")
            .Node("one", "local://echo", inputs: [("x", 1)])
            .Node("two", "local://anything", dependsOn: ["one"], inputs: [("y", "2")])
            .Node("three", "local://echo", dependsOn: ["two"])).RunAsync();

        run.Of<Core.Runs.Events.NodeCompleted>("none").Single().Outputs.ShouldBeEmpty();
        run.Output("one").ShouldBe("1");
        run.Output("two").ShouldBe("""{"y":"2","one":1}""");
        run.Output("three").ShouldBe("""{"y":"2","one":1}""");
    }

    [Fact]
    public async Task Json_ParsesText()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://json", inputs: [("text", """{"k":[1]}""")])
            .Node("b", "local://select", inputs: [("value", "${a.output.k[0]}")])).RunAsync();

        run.Output("b").ShouldBe("1");
    }

    [Theory]
    [InlineData("local://json", "x", "{no", "text that is not JSON")]
    [InlineData("local://sleep", "ms", "soon", "needs inputs.ms, a number of milliseconds, and not 'soon'")]
    [InlineData("local://sleep", "ms", "-1", "and not '-1'")]
    [InlineData("local://sleep", "s", "1", "needs inputs.ms")]
    [InlineData("local://template", "text", "x", "local://template needs inputs.template")]
    [InlineData("local://select", "val", "x", "local://select needs inputs.value")]
    [InlineData("local://fail", "x", "y", "local://fail was asked to fail")]
    public async Task Errors_SayWhatIsNeeded(string agent, string input, string value, string message)
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("a", agent, inputs: [(input, value)])).RunAsync();

        run.Ends.ShouldBe(["a failed"]);
        run.FailureOf("a").Message.ShouldContain(message);
        run.FailureOf("a").Kind.ShouldBeOneOf(FailureKind.BadRequest, FailureKind.Agent);
    }

    [Fact]
    public async Task Sleep_WaitsAndPassesOn()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://sleep", inputs: [("ms", 1500), ("x", "y")])
            .Node("b", "local://echo", dependsOn: ["a"])).RunAsync();

        run.Output("b").ShouldBe("y");
        (run.Entries[^1].At - run.Entries[0].At).ShouldBe(TimeSpan.FromMilliseconds(1500));
    }

    [Fact]
    public async Task Sleep_ManyAtOnce_AreNotBoundByProcessors()
    {
        var clock = new LeapingClock { LeapsUpTo = TimeSpan.Zero };
        var builder = new WorkflowBuilder();
        for (var i = 0; i < 20; i++)
        {
            builder.Node($"n{i}", "local://sleep", inputs: [("ms", 1000)]);
        }

        var running = new EngineRun(builder) { Clock = clock, Processors = 1 }.RunAsync();
        for (var i = 0; i < 20; i++)
        {
            (await clock.NextWaitAsync()).ShouldBe(TimeSpan.FromSeconds(1));
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        (await running).Status.ShouldBe(RunStatus.Completed);
    }

    [Fact]
    public async Task ValuesNestedTooDeep_FailTheNodeNotTheRun()
    {
        var builder = new WorkflowBuilder().Node("n0", "local://select", inputs: [("value", 1)]);
        for (var i = 1; i <= 300; i++)
        {
            builder.Node($"n{i}", "local://merge", dependsOn: [$"n{i - 1}"]);
        }

        var run = await new EngineRun(builder).RunAsync();

        run.Status.ShouldBe(RunStatus.Failed);
        run.Of<Core.Runs.Events.NodeFailed>().Single().Failure.Message.ShouldContain("nested");
    }
}
