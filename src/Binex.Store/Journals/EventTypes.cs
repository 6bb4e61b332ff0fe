using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Binex.Core.Runs.Events;

namespace Binex.Store.Journals;

/// <summary>The one table of the events' names in a journal (docs: journal format).</summary>
internal static class EventTypes
{
    private static readonly FrozenDictionary<Type, EventType> ByClrType;
    private static readonly FrozenDictionary<string, EventType>.AlternateLookup<ReadOnlySpan<char>> ByName;

    private static readonly string[] CommonMembers = ["node", "iteration", "attempt", "call"];

    static EventTypes()
    {
        var options = new JsonSerializerOptions(JournalJson.Default.Options)
        {
            TypeInfoResolver = JournalJson.Default.WithAddedModifier(PutTheNodeFirst),
        };
        EventType Type<TEvent>(string name) => new(name, typeof(TEvent), options);
        All =
        [
            Type<RunStarted>("run.started"),
            Type<RunPlanned>("run.planned"),
            Type<RunResumed>("run.resumed"),
            Type<RunCancelling>("run.cancelling"),
            Type<RunCompleted>("run.completed"),
            Type<NodeReady>("node.ready"),
            Type<NodeStarted>("node.started"),
            Type<NodeSkipped>("node.skipped"),
            Type<NodeBlocked>("node.blocked"),
            Type<NodeCompleted>("node.completed"),
            Type<NodeFailed>("node.failed"),
            Type<AttemptStarted>("attempt.started"),
            Type<AttemptSucceeded>("attempt.succeeded"),
            Type<AttemptFailed>("attempt.failed"),
            Type<CallReserved>("call.reserved"),
            Type<CallSent>("call.sent"),
            Type<CallSettled>("call.settled"),
            Type<CallRefused>("call.refused"),
            Type<CallReused>("call.reused"),
            Type<CallMissed>("call.missed"),
            Type<HumanAsked>("human.asked"),
            Type<HumanAnswered>("human.answered"),
            Type<ArtifactStored>("artifact.stored"),
            Type<LoopIterated>("loop.iterated"),
            Type<BudgetWarned>("budget.warned"),
            Type<BudgetExceeded>("budget.exceeded"),
            Type<BudgetOvershot>("budget.overshot"),
        ];
        ByClrType = All.ToFrozenDictionary(type => type.ClrType);
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

    // People read journals with grep: what a line is about stands before what it says.
    private static void PutTheNodeFirst(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(RunEvent)))
        {
            return;
        }

        foreach (var member in type.Properties)
        {
            var place = Array.IndexOf(CommonMembers, member.Name);
            member.Order = place < 0 ? 0 : place - CommonMembers.Length;
        }
    }
}
