using System.Text.Json;
using Binex.Core.Costs;
using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;

namespace Binex.Engine.Tests.Scenarios;

public sealed class AnswerScenarios
{
    private static readonly JsonElement Schema = JsonSerializer.SerializeToElement(new
    {
        type = "object",
        properties = new { score = new { type = "integer", maximum = 10 } },
        required = new[] { "score" },
    });

    [Theory]
    [InlineData("")]
    [InlineData("I cannot help with that.")]
    public async Task Answer_HeldBackByTheContentFilter_IsPaidAndFailsTheNode(string said)
    {
        var model = new ScriptedChatModel();
        model.On("a", _ => Task.FromResult(ChatResult.Answered(new ChatAnswer(said, new TokenUsage(100, 10)) { FinishReason = "content_filter" })));

        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large").Node("b", "llm://acme/large", dependsOn: ["a"])) { Model = model }.RunAsync();

        run.Ends.ShouldBe(["a failed", "b blocked by a"]);
        run.ExitCode.ShouldBe(ExitCodes.RunFailed);
        model.Calls.Count.ShouldBe(1);
        run.Cost.ShouldBeGreaterThan(0);
        var failure = run.Of<NodeFailed>("a").Single().Failure;
        failure.Kind.ShouldBe(FailureKind.ContentFilter);
        failure.Message.ShouldBe("'acme/large' will not answer this: its content filter holds it back");
        failure.Detail.ShouldBe(said.Length > 0 ? said : null);
    }

    [Theory]
    [InlineData("""{"score": 7}""", null)]
    [InlineData("```json\n{\"score\": 7}\n```", "removed a code fence")]
    [InlineData("```json\n{\"score\": 7}\n```\nAs in ```code```.", "removed a code fence")]
    [InlineData("```{\"score\": 7}```", "removed a code fence")]
    [InlineData("Here you are: {\"score\": 7,} Enjoy!", "removed text around the JSON value, removed trailing commas")]
    [InlineData("{\"score\": 7,}", "removed trailing commas")]
    public async Task Schema_AnswerIsRepaired_AndTheValueIsKept(string answer, string? repair)
    {
        var run = await RunAsync(answer);

        JsonElement.Parse(run.Output("a")).GetProperty("score").GetInt32().ShouldBe(7);
        run.Of<AttemptSucceeded>("a").Single().Repair.ShouldBe(repair);
        run.Of<ArtifactStored>("a").Single().MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("```json\n{\"score\": 7}\n```")]
    [InlineData("{\"score\": 7,}")]
    public async Task Schema_RepairOff_RefusesWhatIsNotJson(string answer)
    {
        var run = await RunAsync(answer, repair: false);

        run.Ends.ShouldBe(["a failed"]);
        run.FailureOf("a").Kind.ShouldBe(FailureKind.Schema);
        run.FailureOf("a").Message.ShouldBe("the answer of node 'a' is not what it must be: the answer is not JSON");
    }

    [Fact]
    public async Task Schema_AnswerBreaksItInOnePlace_FailsWithOneSentence()
    {
        var run = await RunAsync("""{"score": 11}""");

        run.FailureOf("a").Message.ShouldStartWith("the answer of node 'a' is not what it must be: /score must be");
        run.FailureOf("a").Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("""{"score": 11}""", "/score")]
    [InlineData("""{"score": "\ud800"}""", "/score")]
    [InlineData("{}", "score")]
    [InlineData("no", "not JSON")]
    [InlineData("{\"score\": \"\\ud800\"", "not JSON")]
    [InlineData("", "not JSON")]
    public async Task Schema_AnswerBreaksIt_FailsWithWhatIsWrong(string answer, string problem)
    {
        var run = await RunAsync(answer);

        run.FailureOf("a").Message.ShouldContain(problem);
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Answer_WithHalfCharacters_IsMendedAndReadableEverywhere()
    {
        var model = new ScriptedChatModel().Says("a", """{"x": "<\ud800>", "y": 2}""").Says("b", "raw \ud800 half");
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", outputs: ["x", "y"])
            .Node("b", "llm://acme/large", prompt: "${a.x}")
            .Node("c", "local://template", when: "${a.x} != q", inputs: [("template", "${a.x} ${b.output}")])) { Model = model }.RunAsync();

        run.Output("c").ShouldBe("<\ufffd> raw \ufffd half");
    }

    [Fact]
    public async Task SeveralOutputs_AreMembersOfTheAnswer()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", outputs: ["title", "score"])
            .Node("b", "local://merge", dependsOn: ["a"])) { Model = new ScriptedChatModel().Says("a", """{"score":2,"title":"T","rest":0}""") }.RunAsync();

        run.Output("a", "title").ShouldBe("T");
        run.Output("a", "score").ShouldBe("2");
        run.Output("b").ShouldBe("""{"a":{"title":"T","score":2}}""");
        run.Result.Outputs.Select(output => output.Name).ShouldBe(["b"]);
    }

    [Fact]
    public async Task Outputs_WithPathsAndTypes_AreCutOut()
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", change: node => node with
        {
            Outputs =
            [
                new OutputDeclaration("first", OutputType.Any, "/items/0/name"),
                new OutputDeclaration("asText", OutputType.Text, "/items/1"),
                new OutputDeclaration("asJson", OutputType.Json, "/inner"),
            ],
        }))
        { Model = new ScriptedChatModel().Says("a", """{"items":[{"name":"N"},{"k":1}],"inner":"[1,2]"}""") }.RunAsync();

        run.Output("a", "first").ShouldBe("N");
        run.Output("a", "asText").ShouldBe("""{"k":1}""");
        run.Output("a", "asJson").ShouldBe("[1,2]");
        run.Of<ArtifactStored>("a").Select(stored => stored.MediaType).ShouldBe(["text/plain", "text/plain", "application/json"]);
    }

    [Fact]
    public async Task Output_WithAPathToNothing_FailsAndNamesIt()
    {
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", attempts: 1, change: node => node with
        {
            Outputs = [new OutputDeclaration("x", OutputType.Any, "/nothing")],
        })).RunAsync();

        run.FailureOf("a").Message.ShouldContain("the answer has nothing at '/nothing' for the output 'x'");
    }

    [Fact]
    public async Task LocalAgent_SeveralOutputsWithoutMembers_GivesTheWholeToEach()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", "whole")], outputs: ["x", "y"])
            .Node("b", "local://select", inputs: [("value", new { x = 1 })], outputs: ["x", "y"])).RunAsync();

        run.Output("a", "x").ShouldBe("whole");
        run.Output("a", "y").ShouldBe("whole");
        run.Output("b", "x").ShouldBe("1");
        run.Output("b", "y").ShouldBe("""{"x":1}""");
        run.Result.Outputs.Select(output => output.Name).ShouldBe(["a.x", "a.y", "b.x", "b.y"]);
    }

    [Fact]
    public async Task RunOutputs_AreWhatTheWorkflowNames()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", new { n = 1 })])
            .Node("b")
            .Output("number", "${a.output.n}")
            .Output("text", "n is ${a.output.n}")).RunAsync();

        run.Returned("number").GetInt32().ShouldBe(1);
        run.Returned("text").GetString().ShouldBe("n is 1");
        run.Of<RunCompleted>().Single().Outputs.Keys.ShouldBe(["number", "text"]);
        run.Run.Artifacts.Text(run.Of<RunCompleted>().Single().Outputs["text"]).ShouldBe("n is 1");
    }

    private static Task<RunRecord> RunAsync(string answer, bool repair = true) =>
        new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", attempts: 1, change: node => node with { OutputSchema = Schema, Repair = repair }))
        {
            Model = new ScriptedChatModel().Says("a", answer),
        }.RunAsync();
}
