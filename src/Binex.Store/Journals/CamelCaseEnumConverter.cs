using System.Text.Json;
using System.Text.Json.Serialization;

namespace Binex.Store.Journals;

/// <summary>Writes an enum as camelCase text; numbers are not accepted.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
