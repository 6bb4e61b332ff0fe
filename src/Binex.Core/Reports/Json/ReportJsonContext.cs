using System.Text.Json.Serialization;
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
        typeof(UtcConverter),
        typeof(CamelCaseEnumConverter<NodeStatus>),
        typeof(CamelCaseEnumConverter<RunStatus>),
        typeof(CamelCaseEnumConverter<StopReason>),
        typeof(CamelCaseEnumConverter<FailureKind>),
        typeof(CamelCaseEnumConverter<CallOutcome>),
        typeof(CamelCaseEnumConverter<RefusedMetric>),
        typeof(CamelCaseEnumConverter<BudgetPolicy>),
    ])]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
