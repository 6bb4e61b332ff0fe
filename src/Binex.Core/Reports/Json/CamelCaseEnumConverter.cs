using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Core.Reports.Json;

/// <summary>Writes an enumeration by name, in camel case; numbers are not read.</summary>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
