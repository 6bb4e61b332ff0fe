using System.Text.Json.Serialization;
using Binex.Core.Gates;
using Binex.Core.Json;
using Binex.Core.Ledgers;
using Binex.Core.Runs;
using Binex.Core.Runs.Events;
using Binex.Core.Workflows;

namespace Binex.Core.Reports.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 32,
    Converters =
    [
        typeof(DecimalTextConverter),
        typeof(PlausibleMoneyConverter),
        typeof(UtcConverter),
        typeof(EnumNameConverter<NodeStatus>),
        typeof(EnumNameConverter<RunStatus>),
        typeof(EnumNameConverter<StopReason>),
        typeof(EnumNameConverter<FailureKind>),
        typeof(EnumNameConverter<CallOutcome>),
        typeof(EnumNameConverter<CallSource>),
        typeof(EnumNameConverter<RefusedMetric>),
        typeof(EnumNameConverter<BudgetPolicy>),
        typeof(EnumNameConverter<GateVerdict>),
    ])]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
