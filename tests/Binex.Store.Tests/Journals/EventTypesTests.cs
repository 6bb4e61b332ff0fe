using Binex.Store.Journals;
using Binex.Testing.Runs;

namespace Binex.Store.Tests.Journals;

public sealed class EventTypesTests
{
    // The journal format's list of names.
    private static readonly string[] Documented =
    [
        "run.started", "run.planned", "run.resumed", "node.ready", "node.started", "node.skipped", "node.blocked", "node.reused", "attempt.started",
        "call.reserved", "call.sent", "call.settled", "call.refused", "call.reused", "call.missed", "tool.called", "tool.returned", "human.asked", "human.answered",
        "artifact.stored", "attempt.failed", "attempt.succeeded", "node.completed", "node.failed", "loop.iterated", "budget.warned",
        "budget.exceeded", "budget.overshot", "run.cancelling", "run.completed",
    ];

    [Fact]
    public void All_EveryEventOfCore_HasOneEntry() =>
        EventTypes.All.Select(type => type.ClrType).ShouldBe(RandomEvents.Kinds, ignoreOrder: true);

    [Fact]
    public void All_Names_AreDocumentedAndUnique()
    {
        var names = EventTypes.All.Select(type => type.Name).ToList();
        names.ShouldBeUnique();
        names.ShouldBeSubsetOf(Documented);
    }

    [Fact]
    public void All_Names_SayTheTypesName() =>
        EventTypes.All.ShouldAllBe(type => string.Equals(type.Name.Replace(".", ""), type.ClrType.Name, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void All_Members_LeaveTheHeadsNamesAlone() =>
        EventTypes.All.SelectMany(type => type.Json.Properties).Select(member => member.Name).Intersect(["v", "seq", "at", "type"]).ShouldBeEmpty();

    [Fact]
    public void Find_EveryName_IsItsType() => EventTypes.All.ShouldAllBe(type => EventTypes.Find(type.Name) == type);

    [Fact]
    public void Find_AnotherName_IsNull() => EventTypes.Find("node.Started").ShouldBeNull();
}
