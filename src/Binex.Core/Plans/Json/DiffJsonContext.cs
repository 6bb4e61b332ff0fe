using System.Text.Json.Serialization;
using Binex.Core.Gates;
using Binex.Core.Json;
using Binex.Core.Plans.Comparison;
using Binex.Core.Reports.Json;

namespace Binex.Core.Plans.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 32,
    Converters = [typeof(DecimalTextConverter), typeof(PlausibleMoneyConverter), typeof(EnumNameConverter<NodeChange>), typeof(EnumNameConverter<GateVerdict>)])]
[JsonSerializable(typeof(PlanDiff))]
internal sealed partial class DiffJsonContext : JsonSerializerContext;
