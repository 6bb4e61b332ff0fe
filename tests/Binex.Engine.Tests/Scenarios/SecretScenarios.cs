using System.Text.Json;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class SecretScenarios
{
    private const string Secret = "s3cr\"et/\\käy";
    private const string Key = "sk-4711-abcdef";

    [Fact]
    public async Task Secrets_ReachTheModel_AndNothingThatIsWritten()
    {
        var model = new ScriptedChatModel().On("a", Say($"I was told {Secret} and {Key}"));
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", prompt: "The password is ${env.PASSWORD}", system: "Keep ${env.PASSWORD}", change: WithKey)
            .Node("b", "local://echo", dependsOn: ["a"], inputs: [("deep", new { list = new[] { "x ${env.PASSWORD}" } })])
            .Node("c", when: "${a.output} == nothing")
            .Output("all", "${b.output}")
            .Output("one", "${a.output}")) { Model = model, Environment = { ["PASSWORD"] = Secret, ["KEY"] = Key } }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        model.CallsOf("a")[0].User.ShouldBe($"The password is {Secret}");
        model.CallsOf("a")[0].Request.ApiKey.ShouldBe(Key);
        run.Output("a").ShouldBe("I was told *** and ***");
        run.Returned("one").GetString().ShouldBe("I was told *** and ***");
        ShouldBeClean(run);
    }

    [Fact]
    public async Task Secrets_InFailures_AreMasked()
    {
        var model = new ScriptedChatModel().On("a", Fail(FailureKind.Authentication, message: $"bad key {Key}: {JsonSerializer.Serialize(Secret)}"));
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", prompt: "${env.PASSWORD}", change: WithKey)
            .Node("b", "local://fail", inputs: [("message", "no ${env.PASSWORD}")])
            .Node("c", "local://sleep", inputs: [("ms", "${env.PASSWORD}")])) { Model = model, Environment = { ["PASSWORD"] = Secret, ["KEY"] = Key } }.RunAsync();

        run.FailureOf("a").Message.ShouldStartWith("bad key ***: ");
        run.FailureOf("b").Message.ShouldBe("no ***");
        ShouldBeClean(run);
    }

    [Fact]
    public async Task Secrets_InRetriedPrompts_AreMasked()
    {
        var model = new ScriptedChatModel().Says("a", $"{{\"x\": {JsonSerializer.Serialize(Secret)}}}", $"{{\"x\": 1, \"y\": {JsonSerializer.Serialize(Secret)}}}");
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "llm://acme/large", prompt: "${env.PASSWORD}", outputs: ["x", "y"])) { Model = model, Environment = { ["PASSWORD"] = Secret } }.RunAsync();

        run.Of<AttemptStarted>("a").Count.ShouldBe(2);
        run.Output("a", "y").ShouldBe("***");
        ShouldBeClean(run);
    }

    [Fact]
    public async Task Secrets_InLongSkipReasons_AreMaskedBeforeTheyAreCut()
    {
        var secret = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:000}"));
        var run = await new EngineRun(new WorkflowBuilder().Node("a", when: "${env.LONG} == x")) { Environment = { ["LONG"] = secret } }.RunAsync();

        run.Of<NodeSkipped>("a").Single().Reason.ShouldNotContain("001002003");
        run.Of<NodeSkipped>("a").Single().Reason.ShouldContain("${env.LONG} is ***");
    }

    [Fact]
    public async Task SecretVariable_IsMasked()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Var("token", change: variable => variable with { Secret = true })
            .Node("a", "local://template", inputs: [("template", "<${user.token}>")])) { Variables = { ["token"] = Key } }.RunAsync();

        run.Output("a").ShouldBe("<***>");
        run.AllThatWasWritten().ShouldNotContain(Key);
    }

    [Fact]
    public async Task SecretThatIsANumber_LeavesItsArtifactJson()
    {
        var run = await new EngineRun(new WorkflowBuilder()
            .Node("a", "local://select", inputs: [("value", new { pin = "${env.PIN}", parsed = 123456, other = 1234567 })])) { Environment = { ["PIN"] = "123456" } }.RunAsync();

        run.Output("a").ShouldBe("""{"pin":"***","parsed":"***","other":1234567}""");
    }

    private static Core.Workflows.Node WithKey(Core.Workflows.Node node) =>
        node with { Model = node.Model with { ApiKey = Core.Expressions.TextTemplate.Parse("${env.KEY}") } };

    private static void ShouldBeClean(RunRecord run)
    {
        var written = run.AllThatWasWritten();
        written.ShouldNotContain(Secret);
        written.ShouldNotContain(Key);
        written.ShouldNotContain("s3cr");
    }
}
