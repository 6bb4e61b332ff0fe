using Binex.Core.Models;
using Binex.Core.Runs;
using Binex.Engine.Calls;

namespace Binex.Engine.Tests.Scenarios;

public sealed class RepeatGuardTests
{
    [Fact]
    public void Note_TheSameRequestForTheThirdTime_Stops()
    {
        var guard = new RepeatGuard();
        guard.Note(Ask("a")).ShouldBeNull();
        guard.Note(Ask("b")).ShouldBeNull();
        guard.Note(Ask("a")).ShouldBeNull();

        var failure = guard.Note(Ask("a")).ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.Agent);
        failure.Message.ShouldContain("the same thing 3 times");
    }

    [Fact]
    public void Note_EachRoundBringsSomethingNew_GoesOn()
    {
        var guard = new RepeatGuard();
        for (var i = 0; i < 60; i++)
        {
            guard.Note(Ask($"round {i}")).ShouldBeNull();
            guard.Note(Ask("same prompt") with { MaxOutputTokens = 100 + i }).ShouldBeNull();
        }
    }

    private static ChatRequest Ask(string text) => new("gpt-4o", [new ChatMessage(ChatRole.User, text)], 100) { NodeId = "n" };
}
