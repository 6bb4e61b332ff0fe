using System.Text.Json.Serialization;
using Binex.Core.Json;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;

namespace Binex.Store.Journals;

/// <summary>How the members of events are written: without reflection, camelCase, nulls and computed members left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(EnumNameConverter<CallOutcome>),
        typeof(EnumNameConverter<CallSource>),
        typeof(EnumNameConverter<FailureKind>),
        typeof(EnumNameConverter<NodeStatus>),
        typeof(EnumNameConverter<RefusedMetric>),
        typeof(EnumNameConverter<RunStatus>),
        typeof(EnumNameConverter<StopReason>),
    ])]
[JsonSerializable(typeof(RunStarted))]
[JsonSerializable(typeof(RunPlanned))]
[JsonSerializable(typeof(RunResumed))]
[JsonSerializable(typeof(RunCancelling))]
[JsonSerializable(typeof(RunCompleted))]
[JsonSerializable(typeof(NodeReady))]
[JsonSerializable(typeof(NodeStarted))]
[JsonSerializable(typeof(NodeSkipped))]
[JsonSerializable(typeof(NodeBlocked))]
[JsonSerializable(typeof(NodeCompleted))]
[JsonSerializable(typeof(NodeFailed))]
[JsonSerializable(typeof(AttemptStarted))]
[JsonSerializable(typeof(AttemptSucceeded))]
[JsonSerializable(typeof(AttemptFailed))]
[JsonSerializable(typeof(CallReserved))]
[JsonSerializable(typeof(CallSent))]
[JsonSerializable(typeof(CallSettled))]
[JsonSerializable(typeof(CallRefused))]
[JsonSerializable(typeof(CallReused))]
[JsonSerializable(typeof(CallMissed))]
[JsonSerializable(typeof(HumanAsked))]
[JsonSerializable(typeof(HumanAnswered))]
[JsonSerializable(typeof(ArtifactStored))]
[JsonSerializable(typeof(LoopIterated))]
[JsonSerializable(typeof(BudgetWarned))]
[JsonSerializable(typeof(BudgetExceeded))]
[JsonSerializable(typeof(BudgetOvershot))]
internal sealed partial class JournalJson : JsonSerializerContext;
