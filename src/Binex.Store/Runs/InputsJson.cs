using System.Text.Json.Serialization;

namespace Binex.Store.Runs;

/// <summary>How <c>inputs.json</c> is written and read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InputsFile))]
internal sealed partial class InputsJson : JsonSerializerContext;
