using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using static Binex.Engine.Tests.Harness.ScriptedChatModel;

namespace Binex.Engine.Tests.Scenarios;

public sealed class FallbackScenarios
{
    [Fact]
    public async Task Fallback_ModelCannotBeReached_AnswersAfterTheRetries()
    {
        var model = new ScriptedChatModel().On("a", call => Task.FromResult(call.Request.Model == "acme/large" ? Fail(FailureKind.Server) : Say("from the other")));
        var run = await new EngineRun(Builder(attempts: 2, "other/small", "third/tiny")) { Model = model }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Output("a").ShouldBe("from the other");
        run.Of<CallSent>("a").Select(call => call.Model).ShouldBe(["acme/large", "acme/large", "other/small"]);
        run.Of<CallReserved>("a").Select(call => call.Bound.Model).ShouldBe(["acme/large", "acme/large", "other/small"], "each passes the ledger");
        run.Cost.ShouldBe(0.0002m);
    }

    [Fact]
    public async Task Fallback_NoneCanBeReached_FailsWithTheLast()
    {
        var model = new ScriptedChatModel().On("a", call => Task.FromResult(Fail(FailureKind.Network, ChargeKnowledge.Unknown, message: $"no {call.Request.Model}")));
        var run = await new EngineRun(Builder(attempts: 1, "other/small", "third/tiny")) { Model = model }.RunAsync();

        run.FailureOf("a").Message.ShouldBe("no third/tiny");
        run.ExitCode.ShouldBe(ExitCodes.Unreachable);
        run.Cost.ShouldBe(3 * RoundPrices.Hold(100), "each was sent, and nobody knows how it ended");
    }

    [Theory]
    [InlineData(FailureKind.Authentication)]
    [InlineData(FailureKind.BadRequest)]
    [InlineData(FailureKind.ContentFilter)]
    [InlineData(FailureKind.Quota)]
    public async Task Fallback_OtherFailures_AreTheNodes(FailureKind kind)
    {
        var run = await new EngineRun(Builder(attempts: 2, "other/small")) { Model = new ScriptedChatModel().On("a", Fail(kind)) }.RunAsync();

        run.Of<CallSent>("a").ShouldHaveSingleItem();
        run.FailureOf("a").Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Fallback_AfterAnAnswerThatIsNotAccepted_StaysWithTheModelThatCouldBeReached()
    {
        var model = new ScriptedChatModel().On("a", call => Task.FromResult(
            call.Request.Model == "acme/large" ? Fail(FailureKind.RateLimit, retryAfter: TimeSpan.FromHours(2)) : call.Number == 2 ? Say("no JSON") : Say("{}")));
        var builder = Builder(attempts: 3, change: node => node with { OutputSchema = System.Text.Json.JsonElement.Parse("""{"type":"object"}""") }, "other/small");
        var run = await new EngineRun(builder) { Model = model }.RunAsync();

        run.Status.ShouldBe(RunStatus.Completed);
        run.Of<CallSent>("a").Select(call => call.Model).ShouldBe(["acme/large", "other/small", "other/small"]);
    }

    [Fact]
    public async Task Fallback_OfAnotherProvider_GetsNothingThatIsMeantForTheFirst()
    {
        var builder = Builder(attempts: 1, change: node => node with
        {
            Model = node.Model with
            {
                ApiBase = Binex.Core.Expressions.TextTemplate.Parse("http://acme.example/v1"),
                ApiKey = Binex.Core.Expressions.TextTemplate.Parse("acme-key"),
                Extra = System.Text.Json.JsonElement.Parse("""{"top_k":1}"""),
            },
        }, "acme/small", "other/small");
        var model = new ScriptedChatModel().On("a", call => Task.FromResult(call.Request.Model == "other/small" ? Say("yes") : Fail(FailureKind.Server)));
        await new EngineRun(builder) { Model = model }.RunAsync();

        var calls = model.CallsOf("a");
        calls.Select(call => call.Request.ApiBase).ShouldBe(["http://acme.example/v1", "http://acme.example/v1", null]);
        calls.Select(call => call.Request.ApiKey).ShouldBe(["acme-key", "acme-key", null]);
        calls[2].Request.Extra.ShouldBeNull();
    }

    [Fact]
    public async Task Fallback_DoesNotFitTheBudget_IsRefused()
    {
        // The first is held in full because its end is not known; nothing is left for another.
        var builder = Builder(attempts: 1, "other/small").Budget(RoundPrices.Hold(100));
        var run = await new EngineRun(builder) { Model = new ScriptedChatModel().On("a", Fail(FailureKind.Network, ChargeKnowledge.Unknown)) }.RunAsync();

        run.ExitCode.ShouldBe(ExitCodes.OverBudget);
        run.Of<CallRefused>("a").ShouldHaveSingleItem().Refusal.Bound.Model.ShouldBe("other/small");
        run.Of<CallSent>("a").ShouldHaveSingleItem();
        run.Cost.ShouldBe(RoundPrices.Hold(100));
    }

    private static WorkflowBuilder Builder(int attempts, params string[] fallbacks) => Builder(attempts, node => node, fallbacks);

    private static WorkflowBuilder Builder(int attempts, Func<Core.Workflows.Node, Core.Workflows.Node> change, params string[] fallbacks) =>
        new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "hi", maxTokens: 100, attempts: attempts, change: node => change(node with { Fallbacks = fallbacks }));
}
