using System.Collections.Frozen;
using Binex.Core.Runs.Events;

namespace Binex.Store.Journals;

/// <summary>The one table of the events' names in a journal (docs: journal format).</summary>
internal static class EventTypes
{
    private static readonly FrozenDictionary<Type, EventType> ByClrType;
    private static readonly FrozenDictionary<string, EventType>.AlternateLookup<ReadOnlySpan<char>> ByName;

    static EventTypes()
    {
        var json = JournalJson.Default;
        All =
        [
            new("run.started", json.RunStarted),
            new("run.resumed", json.RunResumed),
            new("run.cancelling", json.RunCancelling),
            new("run.completed", json.RunCompleted),
            new("node.ready", json.NodeReady),
            new("node.started", json.NodeStarted),
            new("node.skipped", json.NodeSkipped),
            new("node.blocked", json.NodeBlocked),
            new("node.completed", json.NodeCompleted),
            new("node.failed", json.NodeFailed),
            new("attempt.started", json.AttemptStarted),
            new("attempt.succeeded", json.AttemptSucceeded),
            new("attempt.failed", json.AttemptFailed),
            new("call.reserved", json.CallReserved),
            new("call.sent", json.CallSent),
            new("call.settled", json.CallSettled),
            new("call.refused", json.CallRefused),
            new("human.asked", json.HumanAsked),
            new("human.answered", json.HumanAnswered),
            new("artifact.stored", json.ArtifactStored),
            new("loop.iterated", json.LoopIterated),
            new("budget.warned", json.BudgetWarned),
            new("budget.exceeded", json.BudgetExceeded),
            new("budget.overshot", json.BudgetOvershot),
        ];
        ByClrType = All.ToFrozenDictionary(type => type.Json.Type);
        ByName = All.ToFrozenDictionary(type => type.Name).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<EventType> All { get; }

    /// <summary>How an event is written.</summary>
    /// <param name="runEvent">The event.</param>
    public static EventType Of(RunEvent runEvent) => ByClrType[runEvent.GetType()];

    /// <summary>The kind with a name; null when this version of Binex does not know it.</summary>
    /// <param name="name">The name.</param>
    public static EventType? Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var type) ? type : null;
}
