using Binex.Core.Execution;
using Binex.Core.Models;
using Binex.Core.Runs.Events;
using Binex.Engine.Agents;
using Binex.Engine.Secrets;
using Binex.Engine.Tests.Harness;
using Binex.Testing.Workflows;
using Microsoft.Extensions.Time.Testing;

namespace Binex.Engine.Tests.Scenarios;

public sealed class LiveScenarios : ILiveText
{
    private readonly List<string> _shown = [];

    [Fact]
    public void Add_SecretInPieces_IsNeverShown()
    {
        var clock = new FakeTimeProvider();
        var secrets = new SecretMask();
        secrets.Add("sk-very-secret");
        var live = new LiveAnswer("a", this, secrets, clock);
        foreach (var piece in new[] { "first line\nthe key is ", "sk-v", "ery-sec", "ret", " and more" })
        {
            live.Add(piece);
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        live.Add(".\n");
        live.Add("too soon to be shown");

        _shown.ShouldBe(["a: the key is", "a: the key is", "a: the key is", "a: the key is ***", "a: the key is *** and more", "a: the key is *** and more."]);
    }

    [Fact]
    public async Task Run_SomebodyListens_HearsEachModelAndRecordsTheWholeAnswer()
    {
        var model = new ScriptedChatModel().On("a", call =>
        {
            call.Request.OnText.ShouldNotBeNull()("half of it");
            call.Request.OnText("all of it");
            return Task.FromResult(ScriptedChatModel.Say("all of it"));
        });
        var run = await new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "hi")) { Model = model, Live = this }.RunAsync();

        _shown.ShouldBe(["a: half of it"]);
        run.Output("a").ShouldBe("all of it");
        var stream = run.Of<CallSettled>().ShouldHaveSingleItem().Stream.ShouldNotBeNull();
        stream.Pieces.ShouldBe(2);
        stream.FirstMs.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(stream.LastMs.ShouldNotBeNull());
    }

    [Fact]
    public async Task Run_NobodyListens_TakesAnswersWhole()
    {
        var run = new EngineRun(new WorkflowBuilder().Node("a", "llm://acme/large", prompt: "hi"));
        var record = await run.RunAsync();

        run.Model.CallsOf("a").ShouldHaveSingleItem().Request.OnText.ShouldBeNull();
        record.Of<CallSettled>().ShouldHaveSingleItem().Stream.ShouldBeNull();
    }

    void ILiveText.OnText(string node, string line) => _shown.Add($"{node}: {line}");
}
