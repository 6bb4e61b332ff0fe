using System.Text.Json.Serialization;
using Binex.Core.Gates;
using Binex.Core.Json;
using Binex.Core.Reports.Json;

namespace Binex.Core.Plans.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 32,
    Converters = [typeof(DecimalTextConverter), typeof(PlausibleMoneyConverter), typeof(SourceLocationConverter), typeof(EnumNameConverter<GateVerdict>)])]
[JsonSerializable(typeof(Plan))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
